//! The command line: arguments in, one operation, output.
