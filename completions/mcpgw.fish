# Print an optspec for argparse to handle cmd's options that are independent of any subcommand.
function __fish_mcpgw_global_optspecs
    string join \n data-dir= config= token-file= json format= field= q/quiet v/verbose color= no-input y/yes h/help V/version
end

function __fish_mcpgw_needs_command
    # Figure out if the current invocation already has a command.
    set -l cmd (commandline -opc)
    set -e cmd[1]
    argparse -s (__fish_mcpgw_global_optspecs) -- $cmd 2>/dev/null
    or return
    if set -q argv[1]
        # Also print the command, so this can be used to figure out what it is.
        echo $argv[1]
        return 1
    end
    return 0
end

function __fish_mcpgw_using_subcommand
    set -l cmd (__fish_mcpgw_needs_command)
    test -z "$cmd"
    and return 1
    contains -- $cmd[1] $argv
end

complete -c mcpgw -n "__fish_mcpgw_needs_command" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_needs_command" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_needs_command" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_needs_command" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_needs_command" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_needs_command" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_needs_command" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_needs_command" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_needs_command" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_needs_command" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_needs_command" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_needs_command" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_needs_command" -s V -l version -d 'Print version'
complete -c mcpgw -n "__fish_mcpgw_needs_command" -f -a "stdio" -d 'Serve all enabled servers as one, on stdin and stdout: what an MCP client spawns'
complete -c mcpgw -n "__fish_mcpgw_needs_command" -f -a "try" -d 'Show mcpgw at work: servers behind one `mcpgw stdio`, in a temporary directory'
complete -c mcpgw -n "__fish_mcpgw_needs_command" -f -a "status" -d 'Show where things are, and how servers and sessions are doing'
complete -c mcpgw -n "__fish_mcpgw_needs_command" -f -a "tui" -d 'Look after servers, sessions, tokens and people on the whole screen'
complete -c mcpgw -n "__fish_mcpgw_needs_command" -f -a "explain" -d 'Show whether somebody may see, use and change a server or a tool, and why'
complete -c mcpgw -n "__fish_mcpgw_needs_command" -f -a "login" -d 'Log in with email and password'
complete -c mcpgw -n "__fish_mcpgw_needs_command" -f -a "logout" -d 'End your login on this machine'
complete -c mcpgw -n "__fish_mcpgw_needs_command" -f -a "whoami" -d 'Show as whom you act here'
complete -c mcpgw -n "__fish_mcpgw_needs_command" -f -a "user" -d 'Who may use this store: create, list, show, edit, passwd, quota and more'
complete -c mcpgw -n "__fish_mcpgw_needs_command" -f -a "server" -d 'Servers behind mcpgw: add, list, show, edit, test, logs and more'
complete -c mcpgw -n "__fish_mcpgw_needs_command" -f -a "session" -d 'Clients that are served now: list, show, kill'
complete -c mcpgw -n "__fish_mcpgw_needs_command" -f -a "tool" -d 'Tools of all servers: list, show, call, edit, disable, enable'
complete -c mcpgw -n "__fish_mcpgw_needs_command" -f -a "prompt" -d 'Prompts of all servers: list, get, edit, disable, enable'
complete -c mcpgw -n "__fish_mcpgw_needs_command" -f -a "resource" -d 'Resources of all servers: list, read, edit, disable, enable'
complete -c mcpgw -n "__fish_mcpgw_needs_command" -f -a "secret" -d 'Secrets under names: set, list, grant, remove, rotate-key'
complete -c mcpgw -n "__fish_mcpgw_needs_command" -f -a "team" -d 'People who share servers: create, list, show, edit, member, invite and more'
complete -c mcpgw -n "__fish_mcpgw_needs_command" -f -a "role" -d 'Named sets of permissions: list, show, create, edit, delete, grant, revoke'
complete -c mcpgw -n "__fish_mcpgw_needs_command" -f -a "token" -d 'Credentials that can do exactly what they must: create, list, show, edit, rotate, revoke, usage, verify'
complete -c mcpgw -n "__fish_mcpgw_needs_command" -f -a "profile" -d 'Clients of this machine, and the tokens that they have: create, list, remove'
complete -c mcpgw -n "__fish_mcpgw_needs_command" -f -a "key" -d 'Keys that sign tokens: list, rotate, import, export'
complete -c mcpgw -n "__fish_mcpgw_needs_command" -f -a "vault" -d 'Where the key to sealed values is kept: status, move'
complete -c mcpgw -n "__fish_mcpgw_needs_command" -f -a "audit" -d 'Who did what, and whether anybody changed that since: list, show, export, head, verify'
complete -c mcpgw -n "__fish_mcpgw_needs_command" -f -a "usage" -d 'Who used what, and what came of it: report'
complete -c mcpgw -n "__fish_mcpgw_needs_command" -f -a "config" -d 'Settings: list, get, set, unset, path'
complete -c mcpgw -n "__fish_mcpgw_needs_command" -f -a "completions" -d 'Print a shell\'s completion script'
complete -c mcpgw -n "__fish_mcpgw_needs_command" -f -a "man" -d 'Print a page of the manual'
complete -c mcpgw -n "__fish_mcpgw_needs_command" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand stdio" -l profile -d 'Act with the token of this profile; see `mcpgw profile create`' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand stdio" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand stdio" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand stdio" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand stdio" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand stdio" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand stdio" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand stdio" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand stdio" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand stdio" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand stdio" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand stdio" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand stdio" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand try" -l call -d 'The tool to call, by the server\'s own name for it' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand try" -l arguments -d 'The arguments of that call, as a JSON object' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand try" -l start-timeout -d 'How long a server may take to start (1m by default)' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand try" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand try" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand try" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand try" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand try" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand try" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand try" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand try" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand try" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand try" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand try" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand try" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand status" -l interval -d 'How often to look' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand status" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand status" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand status" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand status" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand status" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand status" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand status" -s w -l watch -d 'Keep showing it'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand status" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand status" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand status" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand status" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand status" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand status" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tui" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tui" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tui" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tui" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tui" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tui" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tui" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tui" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tui" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tui" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tui" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tui" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand explain" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand explain" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand explain" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand explain" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand explain" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand explain" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand explain" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand explain" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand explain" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand explain" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand explain" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand explain" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand login" -l user -d 'Who you are' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand login" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand login" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand login" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand login" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand login" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand login" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand login" -l password-stdin -d 'Read the password from stdin'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand login" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand login" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand login" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand login" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand login" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand login" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand logout" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand logout" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand logout" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand logout" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand logout" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand logout" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand logout" -l all -d 'End all your logins, also those of other directories and machines that use this store'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand logout" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand logout" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand logout" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand logout" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand logout" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand logout" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand whoami" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand whoami" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand whoami" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand whoami" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand whoami" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand whoami" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand whoami" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand whoami" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand whoami" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand whoami" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand whoami" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand whoami" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and not __fish_seen_subcommand_from create list ls show get edit quota disable enable approve unlock delete rm passwd recover help" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and not __fish_seen_subcommand_from create list ls show get edit quota disable enable approve unlock delete rm passwd recover help" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and not __fish_seen_subcommand_from create list ls show get edit quota disable enable approve unlock delete rm passwd recover help" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and not __fish_seen_subcommand_from create list ls show get edit quota disable enable approve unlock delete rm passwd recover help" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and not __fish_seen_subcommand_from create list ls show get edit quota disable enable approve unlock delete rm passwd recover help" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and not __fish_seen_subcommand_from create list ls show get edit quota disable enable approve unlock delete rm passwd recover help" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and not __fish_seen_subcommand_from create list ls show get edit quota disable enable approve unlock delete rm passwd recover help" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and not __fish_seen_subcommand_from create list ls show get edit quota disable enable approve unlock delete rm passwd recover help" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and not __fish_seen_subcommand_from create list ls show get edit quota disable enable approve unlock delete rm passwd recover help" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and not __fish_seen_subcommand_from create list ls show get edit quota disable enable approve unlock delete rm passwd recover help" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and not __fish_seen_subcommand_from create list ls show get edit quota disable enable approve unlock delete rm passwd recover help" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and not __fish_seen_subcommand_from create list ls show get edit quota disable enable approve unlock delete rm passwd recover help" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and not __fish_seen_subcommand_from create list ls show get edit quota disable enable approve unlock delete rm passwd recover help" -f -a "create" -d 'Create a user'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and not __fish_seen_subcommand_from create list ls show get edit quota disable enable approve unlock delete rm passwd recover help" -f -a "list" -d 'List users'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and not __fish_seen_subcommand_from create list ls show get edit quota disable enable approve unlock delete rm passwd recover help" -f -a "ls" -d 'List users'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and not __fish_seen_subcommand_from create list ls show get edit quota disable enable approve unlock delete rm passwd recover help" -f -a "show" -d 'Show a user'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and not __fish_seen_subcommand_from create list ls show get edit quota disable enable approve unlock delete rm passwd recover help" -f -a "get" -d 'Show a user'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and not __fish_seen_subcommand_from create list ls show get edit quota disable enable approve unlock delete rm passwd recover help" -f -a "edit" -d 'Change a user\'s email, name or role'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and not __fish_seen_subcommand_from create list ls show get edit quota disable enable approve unlock delete rm passwd recover help" -f -a "quota" -d 'Show or limit how many calls a user makes'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and not __fish_seen_subcommand_from create list ls show get edit quota disable enable approve unlock delete rm passwd recover help" -f -a "disable" -d 'Let a user act no more, and end their logins'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and not __fish_seen_subcommand_from create list ls show get edit quota disable enable approve unlock delete rm passwd recover help" -f -a "enable" -d 'Let a user act again who was disabled'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and not __fish_seen_subcommand_from create list ls show get edit quota disable enable approve unlock delete rm passwd recover help" -f -a "approve" -d 'Let a user act who was created as pending'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and not __fish_seen_subcommand_from create list ls show get edit quota disable enable approve unlock delete rm passwd recover help" -f -a "unlock" -d 'Let a user log in again who had too many wrong passwords'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and not __fish_seen_subcommand_from create list ls show get edit quota disable enable approve unlock delete rm passwd recover help" -f -a "delete" -d 'Delete a user with what only they could see'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and not __fish_seen_subcommand_from create list ls show get edit quota disable enable approve unlock delete rm passwd recover help" -f -a "rm" -d 'Delete a user with what only they could see'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and not __fish_seen_subcommand_from create list ls show get edit quota disable enable approve unlock delete rm passwd recover help" -f -a "passwd" -d 'Choose another password'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and not __fish_seen_subcommand_from create list ls show get edit quota disable enable approve unlock delete rm passwd recover help" -f -a "recover" -d 'Unlock an admin when no admin can: for whoever owns the store and opens its vault'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and not __fish_seen_subcommand_from create list ls show get edit quota disable enable approve unlock delete rm passwd recover help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from create" -l name -d 'Their name' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from create" -l global-role -d 'Give them a role that holds everywhere: `platform_viewer`, `platform_admin`, or one that was made here' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from create" -l team -d 'The team that the service user belongs to' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from create" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from create" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from create" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from create" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from create" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from create" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from create" -l admin -d 'Make them a platform admin'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from create" -l password-stdin -d 'Read the password from stdin'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from create" -l no-password -d 'Give them no password: they can\'t log in before they have one'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from create" -l pending -d 'Let them act only after somebody approves them'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from create" -l service -d 'Make a service user, which never logs in and belongs to a team'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from create" -l dry-run -d 'Do everything but keep the result'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from create" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from create" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from create" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from create" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from create" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from create" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from list" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from list" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from list" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from list" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from list" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from list" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from list" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from ls" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from ls" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from ls" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from ls" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from ls" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from ls" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from ls" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from ls" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from ls" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from ls" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from show" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from show" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from show" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from show" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from show" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from show" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from show" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from show" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from get" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from get" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from get" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from get" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from get" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from get" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from get" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from get" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from get" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from get" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from get" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from edit" -l email -d 'What they log in with from now on' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from edit" -l name -d 'Their name' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from edit" -l global-role -d 'Give them this role everywhere, and no other: `platform_viewer`, `platform_admin`, or one that was made here' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from edit" -l attribute -d 'Note something about them' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from edit" -l no-attribute -d 'Note that no more' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from edit" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from edit" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from edit" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from edit" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from edit" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from edit" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from edit" -l admin -d 'Make them a platform admin'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from edit" -l no-role -d 'Take their roles that hold everywhere'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from edit" -l dry-run -d 'Do everything but keep the result'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from edit" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from edit" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from edit" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from edit" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from edit" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from edit" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from quota" -l per-minute -d 'How many calls may be made in a minute; `none`: as many as one likes' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from quota" -l per-hour -d 'How many calls may be made in an hour' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from quota" -l per-day -d 'How many calls may be made in a day' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from quota" -l max-concurrent -d 'How many calls may run at the same time; one that is cancelled is one of them until its server is done, for a minute at most, and one that becomes a task until it is accepted' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from quota" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from quota" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from quota" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from quota" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from quota" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from quota" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from quota" -l dry-run -d 'Do everything but keep the result'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from quota" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from quota" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from quota" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from quota" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from quota" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from quota" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from disable" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from disable" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from disable" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from disable" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from disable" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from disable" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from disable" -l dry-run -d 'Do everything but keep the result'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from disable" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from disable" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from disable" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from disable" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from disable" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from disable" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from enable" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from enable" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from enable" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from enable" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from enable" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from enable" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from enable" -l dry-run -d 'Do everything but keep the result'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from enable" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from enable" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from enable" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from enable" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from enable" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from enable" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from approve" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from approve" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from approve" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from approve" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from approve" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from approve" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from approve" -l dry-run -d 'Do everything but keep the result'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from approve" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from approve" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from approve" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from approve" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from approve" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from approve" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from unlock" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from unlock" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from unlock" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from unlock" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from unlock" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from unlock" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from unlock" -l dry-run -d 'Do everything but keep the result'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from unlock" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from unlock" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from unlock" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from unlock" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from unlock" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from unlock" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from delete" -l transfer-to -d 'Who gets what only they could see' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from delete" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from delete" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from delete" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from delete" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from delete" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from delete" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from delete" -l dry-run -d 'Do everything but keep the result'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from delete" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from delete" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from delete" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from delete" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from rm" -l transfer-to -d 'Who gets what only they could see' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from rm" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from rm" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from rm" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from rm" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from rm" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from rm" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from rm" -l dry-run -d 'Do everything but keep the result'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from rm" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from rm" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from rm" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from rm" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from rm" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from rm" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from passwd" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from passwd" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from passwd" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from passwd" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from passwd" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from passwd" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from passwd" -l password-stdin -d 'Read the password from stdin, after the present one where that is asked for'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from passwd" -l expire -d 'Have them choose another one at their next login; without --password-stdin, keep the present one until then'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from passwd" -l dry-run -d 'Do everything but keep the result'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from passwd" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from passwd" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from passwd" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from passwd" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from passwd" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from passwd" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from recover" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from recover" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from recover" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from recover" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from recover" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from recover" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from recover" -l dry-run -d 'Do everything but keep the result'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from recover" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from recover" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from recover" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from recover" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from recover" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from recover" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from help" -f -a "create" -d 'Create a user'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from help" -f -a "list" -d 'List users'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show a user'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from help" -f -a "edit" -d 'Change a user\'s email, name or role'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from help" -f -a "quota" -d 'Show or limit how many calls a user makes'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from help" -f -a "disable" -d 'Let a user act no more, and end their logins'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from help" -f -a "enable" -d 'Let a user act again who was disabled'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from help" -f -a "approve" -d 'Let a user act who was created as pending'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from help" -f -a "unlock" -d 'Let a user log in again who had too many wrong passwords'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from help" -f -a "delete" -d 'Delete a user with what only they could see'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from help" -f -a "passwd" -d 'Choose another password'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from help" -f -a "recover" -d 'Unlock an admin when no admin can: for whoever owns the store and opens its vault'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand user; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and not __fish_seen_subcommand_from add add-json list ls show get edit test logs enable disable restart remove rm help" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and not __fish_seen_subcommand_from add add-json list ls show get edit test logs enable disable restart remove rm help" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and not __fish_seen_subcommand_from add add-json list ls show get edit test logs enable disable restart remove rm help" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and not __fish_seen_subcommand_from add add-json list ls show get edit test logs enable disable restart remove rm help" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and not __fish_seen_subcommand_from add add-json list ls show get edit test logs enable disable restart remove rm help" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and not __fish_seen_subcommand_from add add-json list ls show get edit test logs enable disable restart remove rm help" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and not __fish_seen_subcommand_from add add-json list ls show get edit test logs enable disable restart remove rm help" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and not __fish_seen_subcommand_from add add-json list ls show get edit test logs enable disable restart remove rm help" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and not __fish_seen_subcommand_from add add-json list ls show get edit test logs enable disable restart remove rm help" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and not __fish_seen_subcommand_from add add-json list ls show get edit test logs enable disable restart remove rm help" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and not __fish_seen_subcommand_from add add-json list ls show get edit test logs enable disable restart remove rm help" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and not __fish_seen_subcommand_from add add-json list ls show get edit test logs enable disable restart remove rm help" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and not __fish_seen_subcommand_from add add-json list ls show get edit test logs enable disable restart remove rm help" -f -a "add" -d 'Add a server: start it once, show what it offers, and keep both'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and not __fish_seen_subcommand_from add add-json list ls show get edit test logs enable disable restart remove rm help" -f -a "add-json" -d 'Add a server from the JSON of a client\'s configuration'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and not __fish_seen_subcommand_from add add-json list ls show get edit test logs enable disable restart remove rm help" -f -a "list" -d 'List servers'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and not __fish_seen_subcommand_from add add-json list ls show get edit test logs enable disable restart remove rm help" -f -a "ls" -d 'List servers'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and not __fish_seen_subcommand_from add add-json list ls show get edit test logs enable disable restart remove rm help" -f -a "show" -d 'Show one server and what it offers'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and not __fish_seen_subcommand_from add add-json list ls show get edit test logs enable disable restart remove rm help" -f -a "get" -d 'Show one server and what it offers'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and not __fish_seen_subcommand_from add add-json list ls show get edit test logs enable disable restart remove rm help" -f -a "edit" -d 'Change a server; what is not named stays'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and not __fish_seen_subcommand_from add add-json list ls show get edit test logs enable disable restart remove rm help" -f -a "test" -d 'Start a server alone, and show each step'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and not __fish_seen_subcommand_from add add-json list ls show get edit test logs enable disable restart remove rm help" -f -a "logs" -d 'Show what a server said on stderr, and what became of it'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and not __fish_seen_subcommand_from add add-json list ls show get edit test logs enable disable restart remove rm help" -f -a "enable" -d 'Let sessions use a server again'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and not __fish_seen_subcommand_from add add-json list ls show get edit test logs enable disable restart remove rm help" -f -a "disable" -d 'Keep a server, but let no session use it'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and not __fish_seen_subcommand_from add add-json list ls show get edit test logs enable disable restart remove rm help" -f -a "restart" -d 'Run a server anew in every session that has it'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and not __fish_seen_subcommand_from add add-json list ls show get edit test logs enable disable restart remove rm help" -f -a "remove" -d 'Remove a server and all that is kept about it'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and not __fish_seen_subcommand_from add add-json list ls show get edit test logs enable disable restart remove rm help" -f -a "rm" -d 'Remove a server and all that is kept about it'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and not __fish_seen_subcommand_from add add-json list ls show get edit test logs enable disable restart remove rm help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from add" -l url -d 'The URL of a remote server, in place of a command; in its path and query, `secret://SECRET` is the secret of that name' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from add" -l transport -d 'What the remote server speaks (http by default, which finds out when it is sse)' -r -f -a "http\t'Streamable HTTP'
sse\t'HTTP+SSE, of MCP 2024-11-05'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from add" -s H -l header -d 'A header of every request to the URL; NAME alone asks for its value, which is how secrets are typed; in VALUE, `secret://SECRET` is the secret of that name (see mcpgw secret set)' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from add" -l header-file -d 'A file of `NAME: VALUE` lines, or - for stdin; when it names secrets, only you may be able to read it' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from add" -s e -l env -d 'A variable for the server; NAME alone asks for its value, which is how secrets are typed; a VALUE of `secret://SECRET` is the secret of that name (see mcpgw secret set)' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from add" -l env-file -d 'A file of NAME=VALUE lines, as .env files are, or - for stdin; when it names secrets, only you may be able to read it' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from add" -l cwd -d 'The directory it starts in' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from add" -l alias -d 'The prefix of its tools\' and prompts\' names (from the server\'s name by default)' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from add" -l start-timeout -d 'How long it may take to start (1m by default)' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from add" -l timeout -d 'How long one call may take without progress (no limit by default)' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from add" -l visibility -d 'Who may see and use it (private by default)' -r -f -a "private\t'Its owner'
team\t'The members of its team'
public\t'Every user of this store'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from add" -l team -d 'The team that it belongs to; alone it means --visibility team' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from add" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from add" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from add" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from add" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from add" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from add" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from add" -l env-stdin -d 'Read NAME=VALUE lines from stdin, as --env-file - does'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from add" -l no-prefix -d 'Use its names as they are, without a prefix'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from add" -l eager -d 'Start it with every session, rather than when it is first needed'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from add" -l no-check -d 'Keep it without starting it first'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from add" -l dry-run -d 'Do everything but keep the result'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from add" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from add" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from add" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from add" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from add" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from add" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from add-json" -l alias -d 'The prefix of its tools\' and prompts\' names (from the server\'s name by default)' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from add-json" -l start-timeout -d 'How long it may take to start (1m by default)' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from add-json" -l timeout -d 'How long one call may take without progress (no limit by default)' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from add-json" -l visibility -d 'Who may see and use it (private by default)' -r -f -a "private\t'Its owner'
team\t'The members of its team'
public\t'Every user of this store'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from add-json" -l team -d 'The team that it belongs to; alone it means --visibility team' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from add-json" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from add-json" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from add-json" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from add-json" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from add-json" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from add-json" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from add-json" -l no-prefix -d 'Use its names as they are, without a prefix'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from add-json" -l eager -d 'Start it with every session, rather than when it is first needed'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from add-json" -l no-check -d 'Keep it without starting it first'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from add-json" -l dry-run -d 'Do everything but keep the result'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from add-json" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from add-json" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from add-json" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from add-json" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from add-json" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from add-json" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from list" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from list" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from list" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from list" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from list" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from list" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from list" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from ls" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from ls" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from ls" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from ls" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from ls" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from ls" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from ls" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from ls" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from ls" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from ls" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from show" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from show" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from show" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from show" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from show" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from show" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from show" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from show" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from get" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from get" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from get" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from get" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from get" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from get" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from get" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from get" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from get" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from get" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from get" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from edit" -l rename -d 'Another name; its alias stays' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from edit" -l url -d 'Another URL; in its path and query, `secret://SECRET` is the secret of that name' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from edit" -l transport -d 'What the remote server speaks' -r -f -a "http\t'Streamable HTTP'
sse\t'HTTP+SSE, of MCP 2024-11-05'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from edit" -s H -l header -d 'A header of every request to the URL; NAME alone asks for its value, which is how secrets are typed; in VALUE, `secret://SECRET` is the secret of that name (see mcpgw secret set)' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from edit" -l header-file -d 'A file of `NAME: VALUE` lines, or - for stdin; when it names secrets, only you may be able to read it' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from edit" -l unset-header -d 'Drop a header' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from edit" -s e -l env -d 'A variable for the server; NAME alone asks for its value, which is how secrets are typed; a VALUE of `secret://SECRET` is the secret of that name (see mcpgw secret set)' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from edit" -l env-file -d 'A file of NAME=VALUE lines, as .env files are, or - for stdin; when it names secrets, only you may be able to read it' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from edit" -l owner -d 'Who owns it from now on: somebody in its team' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from edit" -l unset-env -d 'Drop a variable' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from edit" -l cwd -d 'The directory it starts in' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from edit" -l alias -d 'The prefix of its tools\' and prompts\' names (from the server\'s name by default)' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from edit" -l start-timeout -d 'How long it may take to start (1m by default)' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from edit" -l timeout -d 'How long one call may take without progress (no limit by default)' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from edit" -l visibility -d 'Who may see and use it (private by default)' -r -f -a "private\t'Its owner'
team\t'The members of its team'
public\t'Every user of this store'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from edit" -l team -d 'The team that it belongs to; alone it means --visibility team' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from edit" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from edit" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from edit" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from edit" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from edit" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from edit" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from edit" -l env-stdin -d 'Read NAME=VALUE lines from stdin, as --env-file - does'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from edit" -l no-cwd -d 'Start it in whatever directory the client starts mcpgw in'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from edit" -l prefix -d 'Put its alias before its names'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from edit" -l no-prefix -d 'Use its names as they are, without a prefix'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from edit" -l eager -d 'Start it with every session, rather than when it is first needed'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from edit" -l no-eager -d 'Leave its start to mcpgw'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from edit" -l no-timeout -d 'Let a call take as long as it likes'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from edit" -l no-check -d 'Keep it without starting it first'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from edit" -l dry-run -d 'Do everything but keep the result'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from edit" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from edit" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from edit" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from edit" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from edit" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from edit" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from test" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from test" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from test" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from test" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from test" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from test" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from test" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from test" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from test" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from test" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from test" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from test" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from logs" -s n -l lines -d 'How many of the last lines to show' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from logs" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from logs" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from logs" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from logs" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from logs" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from logs" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from logs" -s f -l follow -d 'Go on with what comes, until interrupted'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from logs" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from logs" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from logs" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from logs" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from logs" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from logs" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from enable" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from enable" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from enable" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from enable" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from enable" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from enable" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from enable" -l dry-run -d 'Do everything but keep the result'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from enable" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from enable" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from enable" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from enable" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from enable" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from enable" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from disable" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from disable" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from disable" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from disable" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from disable" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from disable" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from disable" -l dry-run -d 'Do everything but keep the result'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from disable" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from disable" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from disable" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from disable" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from disable" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from disable" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from restart" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from restart" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from restart" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from restart" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from restart" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from restart" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from restart" -l dry-run -d 'Do everything but keep the result'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from restart" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from restart" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from restart" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from restart" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from restart" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from restart" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from remove" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from remove" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from remove" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from remove" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from remove" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from remove" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from remove" -l dry-run -d 'Do everything but keep the result'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from remove" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from remove" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from remove" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from remove" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from remove" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from remove" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from rm" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from rm" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from rm" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from rm" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from rm" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from rm" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from rm" -l dry-run -d 'Do everything but keep the result'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from rm" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from rm" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from rm" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from rm" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from rm" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from rm" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from help" -f -a "add" -d 'Add a server: start it once, show what it offers, and keep both'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from help" -f -a "add-json" -d 'Add a server from the JSON of a client\'s configuration'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from help" -f -a "list" -d 'List servers'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show one server and what it offers'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from help" -f -a "edit" -d 'Change a server; what is not named stays'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from help" -f -a "test" -d 'Start a server alone, and show each step'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from help" -f -a "logs" -d 'Show what a server said on stderr, and what became of it'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from help" -f -a "enable" -d 'Let sessions use a server again'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from help" -f -a "disable" -d 'Keep a server, but let no session use it'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from help" -f -a "restart" -d 'Run a server anew in every session that has it'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from help" -f -a "remove" -d 'Remove a server and all that is kept about it'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand server; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand session; and not __fish_seen_subcommand_from list ls show get kill help" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand session; and not __fish_seen_subcommand_from list ls show get kill help" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand session; and not __fish_seen_subcommand_from list ls show get kill help" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand session; and not __fish_seen_subcommand_from list ls show get kill help" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand session; and not __fish_seen_subcommand_from list ls show get kill help" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand session; and not __fish_seen_subcommand_from list ls show get kill help" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand session; and not __fish_seen_subcommand_from list ls show get kill help" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand session; and not __fish_seen_subcommand_from list ls show get kill help" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand session; and not __fish_seen_subcommand_from list ls show get kill help" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand session; and not __fish_seen_subcommand_from list ls show get kill help" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand session; and not __fish_seen_subcommand_from list ls show get kill help" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand session; and not __fish_seen_subcommand_from list ls show get kill help" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand session; and not __fish_seen_subcommand_from list ls show get kill help" -f -a "list" -d 'List the clients that are served now'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand session; and not __fish_seen_subcommand_from list ls show get kill help" -f -a "ls" -d 'List the clients that are served now'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand session; and not __fish_seen_subcommand_from list ls show get kill help" -f -a "show" -d 'Show one of them and how its servers are'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand session; and not __fish_seen_subcommand_from list ls show get kill help" -f -a "get" -d 'Show one of them and how its servers are'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand session; and not __fish_seen_subcommand_from list ls show get kill help" -f -a "kill" -d 'End a session, with its servers'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand session; and not __fish_seen_subcommand_from list ls show get kill help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand session; and __fish_seen_subcommand_from list" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand session; and __fish_seen_subcommand_from list" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand session; and __fish_seen_subcommand_from list" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand session; and __fish_seen_subcommand_from list" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand session; and __fish_seen_subcommand_from list" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand session; and __fish_seen_subcommand_from list" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand session; and __fish_seen_subcommand_from list" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand session; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand session; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand session; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand session; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand session; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand session; and __fish_seen_subcommand_from ls" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand session; and __fish_seen_subcommand_from ls" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand session; and __fish_seen_subcommand_from ls" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand session; and __fish_seen_subcommand_from ls" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand session; and __fish_seen_subcommand_from ls" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand session; and __fish_seen_subcommand_from ls" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand session; and __fish_seen_subcommand_from ls" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand session; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand session; and __fish_seen_subcommand_from ls" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand session; and __fish_seen_subcommand_from ls" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand session; and __fish_seen_subcommand_from ls" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand session; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand session; and __fish_seen_subcommand_from show" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand session; and __fish_seen_subcommand_from show" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand session; and __fish_seen_subcommand_from show" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand session; and __fish_seen_subcommand_from show" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand session; and __fish_seen_subcommand_from show" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand session; and __fish_seen_subcommand_from show" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand session; and __fish_seen_subcommand_from show" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand session; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand session; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand session; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand session; and __fish_seen_subcommand_from show" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand session; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand session; and __fish_seen_subcommand_from get" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand session; and __fish_seen_subcommand_from get" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand session; and __fish_seen_subcommand_from get" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand session; and __fish_seen_subcommand_from get" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand session; and __fish_seen_subcommand_from get" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand session; and __fish_seen_subcommand_from get" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand session; and __fish_seen_subcommand_from get" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand session; and __fish_seen_subcommand_from get" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand session; and __fish_seen_subcommand_from get" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand session; and __fish_seen_subcommand_from get" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand session; and __fish_seen_subcommand_from get" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand session; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand session; and __fish_seen_subcommand_from kill" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand session; and __fish_seen_subcommand_from kill" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand session; and __fish_seen_subcommand_from kill" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand session; and __fish_seen_subcommand_from kill" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand session; and __fish_seen_subcommand_from kill" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand session; and __fish_seen_subcommand_from kill" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand session; and __fish_seen_subcommand_from kill" -l dry-run -d 'Do everything but keep the result'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand session; and __fish_seen_subcommand_from kill" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand session; and __fish_seen_subcommand_from kill" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand session; and __fish_seen_subcommand_from kill" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand session; and __fish_seen_subcommand_from kill" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand session; and __fish_seen_subcommand_from kill" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand session; and __fish_seen_subcommand_from kill" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand session; and __fish_seen_subcommand_from help" -f -a "list" -d 'List the clients that are served now'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand session; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show one of them and how its servers are'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand session; and __fish_seen_subcommand_from help" -f -a "kill" -d 'End a session, with its servers'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand session; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and not __fish_seen_subcommand_from list ls show get call enable disable edit help" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and not __fish_seen_subcommand_from list ls show get call enable disable edit help" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and not __fish_seen_subcommand_from list ls show get call enable disable edit help" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and not __fish_seen_subcommand_from list ls show get call enable disable edit help" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and not __fish_seen_subcommand_from list ls show get call enable disable edit help" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and not __fish_seen_subcommand_from list ls show get call enable disable edit help" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and not __fish_seen_subcommand_from list ls show get call enable disable edit help" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and not __fish_seen_subcommand_from list ls show get call enable disable edit help" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and not __fish_seen_subcommand_from list ls show get call enable disable edit help" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and not __fish_seen_subcommand_from list ls show get call enable disable edit help" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and not __fish_seen_subcommand_from list ls show get call enable disable edit help" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and not __fish_seen_subcommand_from list ls show get call enable disable edit help" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and not __fish_seen_subcommand_from list ls show get call enable disable edit help" -f -a "list" -d 'List tools as clients see them'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and not __fish_seen_subcommand_from list ls show get call enable disable edit help" -f -a "ls" -d 'List tools as clients see them'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and not __fish_seen_subcommand_from list ls show get call enable disable edit help" -f -a "show" -d 'Show one tool with its arguments'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and not __fish_seen_subcommand_from list ls show get call enable disable edit help" -f -a "get" -d 'Show one tool with its arguments'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and not __fish_seen_subcommand_from list ls show get call enable disable edit help" -f -a "call" -d 'Call a tool'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and not __fish_seen_subcommand_from list ls show get call enable disable edit help" -f -a "enable" -d 'Let clients use a tool again'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and not __fish_seen_subcommand_from list ls show get call enable disable edit help" -f -a "disable" -d 'Keep a tool from all clients: it is neither listed nor called'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and not __fish_seen_subcommand_from list ls show get call enable disable edit help" -f -a "edit" -d 'Change who may see and use a tool'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and not __fish_seen_subcommand_from list ls show get call enable disable edit help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from list" -l server -d 'Only those of this server' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from list" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from list" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from list" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from list" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from list" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from list" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from list" -l refresh -d 'Start the servers and ask them, whatever is known'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from list" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from ls" -l server -d 'Only those of this server' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from ls" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from ls" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from ls" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from ls" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from ls" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from ls" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from ls" -l refresh -d 'Start the servers and ask them, whatever is known'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from ls" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from ls" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from ls" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from ls" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from show" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from show" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from show" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from show" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from show" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from show" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from show" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from show" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from get" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from get" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from get" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from get" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from get" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from get" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from get" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from get" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from get" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from get" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from get" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from call" -l args -d 'Its arguments as a JSON object, or - for stdin; passed on as they are' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from call" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from call" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from call" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from call" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from call" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from call" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from call" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from call" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from call" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from call" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from call" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from call" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from enable" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from enable" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from enable" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from enable" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from enable" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from enable" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from enable" -l dry-run -d 'Do everything but keep the result'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from enable" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from enable" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from enable" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from enable" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from enable" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from enable" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from disable" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from disable" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from disable" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from disable" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from disable" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from disable" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from disable" -l dry-run -d 'Do everything but keep the result'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from disable" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from disable" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from disable" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from disable" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from disable" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from disable" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from edit" -l visibility -d 'Who may see and use it: never more people than its server' -r -f -a "inherit\t'Whoever sees its server'
private\t'The owner of its server'
team\t'The members of its server\'s team'
public\t'Everybody who sees its server'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from edit" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from edit" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from edit" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from edit" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from edit" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from edit" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from edit" -l dry-run -d 'Do everything but keep the result'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from edit" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from edit" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from edit" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from edit" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from edit" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from edit" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from help" -f -a "list" -d 'List tools as clients see them'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show one tool with its arguments'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from help" -f -a "call" -d 'Call a tool'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from help" -f -a "enable" -d 'Let clients use a tool again'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from help" -f -a "disable" -d 'Keep a tool from all clients: it is neither listed nor called'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from help" -f -a "edit" -d 'Change who may see and use a tool'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand tool; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand prompt; and not __fish_seen_subcommand_from list ls get enable disable edit help" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand prompt; and not __fish_seen_subcommand_from list ls get enable disable edit help" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand prompt; and not __fish_seen_subcommand_from list ls get enable disable edit help" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand prompt; and not __fish_seen_subcommand_from list ls get enable disable edit help" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand prompt; and not __fish_seen_subcommand_from list ls get enable disable edit help" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand prompt; and not __fish_seen_subcommand_from list ls get enable disable edit help" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand prompt; and not __fish_seen_subcommand_from list ls get enable disable edit help" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand prompt; and not __fish_seen_subcommand_from list ls get enable disable edit help" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand prompt; and not __fish_seen_subcommand_from list ls get enable disable edit help" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand prompt; and not __fish_seen_subcommand_from list ls get enable disable edit help" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand prompt; and not __fish_seen_subcommand_from list ls get enable disable edit help" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand prompt; and not __fish_seen_subcommand_from list ls get enable disable edit help" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand prompt; and not __fish_seen_subcommand_from list ls get enable disable edit help" -f -a "list" -d 'List prompts as clients see them'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand prompt; and not __fish_seen_subcommand_from list ls get enable disable edit help" -f -a "ls" -d 'List prompts as clients see them'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand prompt; and not __fish_seen_subcommand_from list ls get enable disable edit help" -f -a "get" -d 'Fill in a prompt and print its messages'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand prompt; and not __fish_seen_subcommand_from list ls get enable disable edit help" -f -a "enable" -d 'Let clients use a prompt again'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand prompt; and not __fish_seen_subcommand_from list ls get enable disable edit help" -f -a "disable" -d 'Keep a prompt from all clients: it is neither listed nor got'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand prompt; and not __fish_seen_subcommand_from list ls get enable disable edit help" -f -a "edit" -d 'Change who may see and use a prompt'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand prompt; and not __fish_seen_subcommand_from list ls get enable disable edit help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand prompt; and __fish_seen_subcommand_from list" -l server -d 'Only those of this server' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand prompt; and __fish_seen_subcommand_from list" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand prompt; and __fish_seen_subcommand_from list" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand prompt; and __fish_seen_subcommand_from list" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand prompt; and __fish_seen_subcommand_from list" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand prompt; and __fish_seen_subcommand_from list" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand prompt; and __fish_seen_subcommand_from list" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand prompt; and __fish_seen_subcommand_from list" -l refresh -d 'Start the servers and ask them, whatever is known'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand prompt; and __fish_seen_subcommand_from list" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand prompt; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand prompt; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand prompt; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand prompt; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand prompt; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand prompt; and __fish_seen_subcommand_from ls" -l server -d 'Only those of this server' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand prompt; and __fish_seen_subcommand_from ls" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand prompt; and __fish_seen_subcommand_from ls" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand prompt; and __fish_seen_subcommand_from ls" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand prompt; and __fish_seen_subcommand_from ls" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand prompt; and __fish_seen_subcommand_from ls" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand prompt; and __fish_seen_subcommand_from ls" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand prompt; and __fish_seen_subcommand_from ls" -l refresh -d 'Start the servers and ask them, whatever is known'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand prompt; and __fish_seen_subcommand_from ls" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand prompt; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand prompt; and __fish_seen_subcommand_from ls" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand prompt; and __fish_seen_subcommand_from ls" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand prompt; and __fish_seen_subcommand_from ls" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand prompt; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand prompt; and __fish_seen_subcommand_from get" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand prompt; and __fish_seen_subcommand_from get" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand prompt; and __fish_seen_subcommand_from get" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand prompt; and __fish_seen_subcommand_from get" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand prompt; and __fish_seen_subcommand_from get" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand prompt; and __fish_seen_subcommand_from get" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand prompt; and __fish_seen_subcommand_from get" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand prompt; and __fish_seen_subcommand_from get" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand prompt; and __fish_seen_subcommand_from get" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand prompt; and __fish_seen_subcommand_from get" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand prompt; and __fish_seen_subcommand_from get" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand prompt; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand prompt; and __fish_seen_subcommand_from enable" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand prompt; and __fish_seen_subcommand_from enable" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand prompt; and __fish_seen_subcommand_from enable" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand prompt; and __fish_seen_subcommand_from enable" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand prompt; and __fish_seen_subcommand_from enable" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand prompt; and __fish_seen_subcommand_from enable" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand prompt; and __fish_seen_subcommand_from enable" -l dry-run -d 'Do everything but keep the result'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand prompt; and __fish_seen_subcommand_from enable" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand prompt; and __fish_seen_subcommand_from enable" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand prompt; and __fish_seen_subcommand_from enable" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand prompt; and __fish_seen_subcommand_from enable" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand prompt; and __fish_seen_subcommand_from enable" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand prompt; and __fish_seen_subcommand_from enable" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand prompt; and __fish_seen_subcommand_from disable" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand prompt; and __fish_seen_subcommand_from disable" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand prompt; and __fish_seen_subcommand_from disable" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand prompt; and __fish_seen_subcommand_from disable" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand prompt; and __fish_seen_subcommand_from disable" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand prompt; and __fish_seen_subcommand_from disable" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand prompt; and __fish_seen_subcommand_from disable" -l dry-run -d 'Do everything but keep the result'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand prompt; and __fish_seen_subcommand_from disable" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand prompt; and __fish_seen_subcommand_from disable" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand prompt; and __fish_seen_subcommand_from disable" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand prompt; and __fish_seen_subcommand_from disable" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand prompt; and __fish_seen_subcommand_from disable" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand prompt; and __fish_seen_subcommand_from disable" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand prompt; and __fish_seen_subcommand_from edit" -l visibility -d 'Who may see and use it: never more people than its server' -r -f -a "inherit\t'Whoever sees its server'
private\t'The owner of its server'
team\t'The members of its server\'s team'
public\t'Everybody who sees its server'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand prompt; and __fish_seen_subcommand_from edit" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand prompt; and __fish_seen_subcommand_from edit" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand prompt; and __fish_seen_subcommand_from edit" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand prompt; and __fish_seen_subcommand_from edit" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand prompt; and __fish_seen_subcommand_from edit" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand prompt; and __fish_seen_subcommand_from edit" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand prompt; and __fish_seen_subcommand_from edit" -l dry-run -d 'Do everything but keep the result'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand prompt; and __fish_seen_subcommand_from edit" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand prompt; and __fish_seen_subcommand_from edit" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand prompt; and __fish_seen_subcommand_from edit" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand prompt; and __fish_seen_subcommand_from edit" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand prompt; and __fish_seen_subcommand_from edit" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand prompt; and __fish_seen_subcommand_from edit" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand prompt; and __fish_seen_subcommand_from help" -f -a "list" -d 'List prompts as clients see them'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand prompt; and __fish_seen_subcommand_from help" -f -a "get" -d 'Fill in a prompt and print its messages'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand prompt; and __fish_seen_subcommand_from help" -f -a "enable" -d 'Let clients use a prompt again'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand prompt; and __fish_seen_subcommand_from help" -f -a "disable" -d 'Keep a prompt from all clients: it is neither listed nor got'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand prompt; and __fish_seen_subcommand_from help" -f -a "edit" -d 'Change who may see and use a prompt'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand prompt; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and not __fish_seen_subcommand_from list ls read get enable disable edit help" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and not __fish_seen_subcommand_from list ls read get enable disable edit help" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and not __fish_seen_subcommand_from list ls read get enable disable edit help" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and not __fish_seen_subcommand_from list ls read get enable disable edit help" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and not __fish_seen_subcommand_from list ls read get enable disable edit help" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and not __fish_seen_subcommand_from list ls read get enable disable edit help" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and not __fish_seen_subcommand_from list ls read get enable disable edit help" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and not __fish_seen_subcommand_from list ls read get enable disable edit help" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and not __fish_seen_subcommand_from list ls read get enable disable edit help" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and not __fish_seen_subcommand_from list ls read get enable disable edit help" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and not __fish_seen_subcommand_from list ls read get enable disable edit help" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and not __fish_seen_subcommand_from list ls read get enable disable edit help" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and not __fish_seen_subcommand_from list ls read get enable disable edit help" -f -a "list" -d 'List resources and templates as clients see them'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and not __fish_seen_subcommand_from list ls read get enable disable edit help" -f -a "ls" -d 'List resources and templates as clients see them'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and not __fish_seen_subcommand_from list ls read get enable disable edit help" -f -a "read" -d 'Print a resource\'s contents'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and not __fish_seen_subcommand_from list ls read get enable disable edit help" -f -a "get" -d 'Print a resource\'s contents'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and not __fish_seen_subcommand_from list ls read get enable disable edit help" -f -a "enable" -d 'Let clients use a resource again'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and not __fish_seen_subcommand_from list ls read get enable disable edit help" -f -a "disable" -d 'Keep a resource from all clients: it is neither listed nor read'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and not __fish_seen_subcommand_from list ls read get enable disable edit help" -f -a "edit" -d 'Change who may see and use a resource'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and not __fish_seen_subcommand_from list ls read get enable disable edit help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and __fish_seen_subcommand_from list" -l server -d 'Only those of this server' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and __fish_seen_subcommand_from list" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and __fish_seen_subcommand_from list" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and __fish_seen_subcommand_from list" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and __fish_seen_subcommand_from list" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and __fish_seen_subcommand_from list" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and __fish_seen_subcommand_from list" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and __fish_seen_subcommand_from list" -l refresh -d 'Start the servers and ask them, whatever is known'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and __fish_seen_subcommand_from list" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and __fish_seen_subcommand_from ls" -l server -d 'Only those of this server' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and __fish_seen_subcommand_from ls" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and __fish_seen_subcommand_from ls" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and __fish_seen_subcommand_from ls" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and __fish_seen_subcommand_from ls" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and __fish_seen_subcommand_from ls" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and __fish_seen_subcommand_from ls" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and __fish_seen_subcommand_from ls" -l refresh -d 'Start the servers and ask them, whatever is known'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and __fish_seen_subcommand_from ls" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and __fish_seen_subcommand_from ls" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and __fish_seen_subcommand_from ls" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and __fish_seen_subcommand_from ls" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and __fish_seen_subcommand_from read" -l server -d 'Ask this server, whether it lists the URI or not' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and __fish_seen_subcommand_from read" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and __fish_seen_subcommand_from read" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and __fish_seen_subcommand_from read" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and __fish_seen_subcommand_from read" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and __fish_seen_subcommand_from read" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and __fish_seen_subcommand_from read" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and __fish_seen_subcommand_from read" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and __fish_seen_subcommand_from read" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and __fish_seen_subcommand_from read" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and __fish_seen_subcommand_from read" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and __fish_seen_subcommand_from read" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and __fish_seen_subcommand_from read" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and __fish_seen_subcommand_from get" -l server -d 'Ask this server, whether it lists the URI or not' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and __fish_seen_subcommand_from get" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and __fish_seen_subcommand_from get" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and __fish_seen_subcommand_from get" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and __fish_seen_subcommand_from get" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and __fish_seen_subcommand_from get" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and __fish_seen_subcommand_from get" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and __fish_seen_subcommand_from get" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and __fish_seen_subcommand_from get" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and __fish_seen_subcommand_from get" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and __fish_seen_subcommand_from get" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and __fish_seen_subcommand_from get" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and __fish_seen_subcommand_from enable" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and __fish_seen_subcommand_from enable" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and __fish_seen_subcommand_from enable" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and __fish_seen_subcommand_from enable" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and __fish_seen_subcommand_from enable" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and __fish_seen_subcommand_from enable" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and __fish_seen_subcommand_from enable" -l dry-run -d 'Do everything but keep the result'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and __fish_seen_subcommand_from enable" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and __fish_seen_subcommand_from enable" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and __fish_seen_subcommand_from enable" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and __fish_seen_subcommand_from enable" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and __fish_seen_subcommand_from enable" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and __fish_seen_subcommand_from enable" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and __fish_seen_subcommand_from disable" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and __fish_seen_subcommand_from disable" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and __fish_seen_subcommand_from disable" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and __fish_seen_subcommand_from disable" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and __fish_seen_subcommand_from disable" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and __fish_seen_subcommand_from disable" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and __fish_seen_subcommand_from disable" -l dry-run -d 'Do everything but keep the result'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and __fish_seen_subcommand_from disable" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and __fish_seen_subcommand_from disable" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and __fish_seen_subcommand_from disable" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and __fish_seen_subcommand_from disable" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and __fish_seen_subcommand_from disable" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and __fish_seen_subcommand_from disable" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and __fish_seen_subcommand_from edit" -l visibility -d 'Who may see and use it: never more people than its server' -r -f -a "inherit\t'Whoever sees its server'
private\t'The owner of its server'
team\t'The members of its server\'s team'
public\t'Everybody who sees its server'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and __fish_seen_subcommand_from edit" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and __fish_seen_subcommand_from edit" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and __fish_seen_subcommand_from edit" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and __fish_seen_subcommand_from edit" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and __fish_seen_subcommand_from edit" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and __fish_seen_subcommand_from edit" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and __fish_seen_subcommand_from edit" -l dry-run -d 'Do everything but keep the result'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and __fish_seen_subcommand_from edit" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and __fish_seen_subcommand_from edit" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and __fish_seen_subcommand_from edit" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and __fish_seen_subcommand_from edit" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and __fish_seen_subcommand_from edit" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and __fish_seen_subcommand_from edit" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and __fish_seen_subcommand_from help" -f -a "list" -d 'List resources and templates as clients see them'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and __fish_seen_subcommand_from help" -f -a "read" -d 'Print a resource\'s contents'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and __fish_seen_subcommand_from help" -f -a "enable" -d 'Let clients use a resource again'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and __fish_seen_subcommand_from help" -f -a "disable" -d 'Keep a resource from all clients: it is neither listed nor read'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and __fish_seen_subcommand_from help" -f -a "edit" -d 'Change who may see and use a resource'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand resource; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and not __fish_seen_subcommand_from set list ls grant remove rm rotate-key help" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and not __fish_seen_subcommand_from set list ls grant remove rm rotate-key help" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and not __fish_seen_subcommand_from set list ls grant remove rm rotate-key help" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and not __fish_seen_subcommand_from set list ls grant remove rm rotate-key help" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and not __fish_seen_subcommand_from set list ls grant remove rm rotate-key help" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and not __fish_seen_subcommand_from set list ls grant remove rm rotate-key help" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and not __fish_seen_subcommand_from set list ls grant remove rm rotate-key help" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and not __fish_seen_subcommand_from set list ls grant remove rm rotate-key help" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and not __fish_seen_subcommand_from set list ls grant remove rm rotate-key help" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and not __fish_seen_subcommand_from set list ls grant remove rm rotate-key help" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and not __fish_seen_subcommand_from set list ls grant remove rm rotate-key help" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and not __fish_seen_subcommand_from set list ls grant remove rm rotate-key help" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and not __fish_seen_subcommand_from set list ls grant remove rm rotate-key help" -f -a "set" -d 'Make a secret, or give it another value'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and not __fish_seen_subcommand_from set list ls grant remove rm rotate-key help" -f -a "list" -d 'List secrets, and never their values'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and not __fish_seen_subcommand_from set list ls grant remove rm rotate-key help" -f -a "ls" -d 'List secrets, and never their values'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and not __fish_seen_subcommand_from set list ls grant remove rm rotate-key help" -f -a "grant" -d 'Let a server have your secret for `secret://me/NAME`'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and not __fish_seen_subcommand_from set list ls grant remove rm rotate-key help" -f -a "remove" -d 'Remove a secret'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and not __fish_seen_subcommand_from set list ls grant remove rm rotate-key help" -f -a "rm" -d 'Remove a secret'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and not __fish_seen_subcommand_from set list ls grant remove rm rotate-key help" -f -a "rotate-key" -d 'Seal everything anew under a new key'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and not __fish_seen_subcommand_from set list ls grant remove rm rotate-key help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and __fish_seen_subcommand_from set" -l file -d 'Read the value from a file, which only you may be able to read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and __fish_seen_subcommand_from set" -l team -d 'One of a team, for the servers of that team' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and __fish_seen_subcommand_from set" -l lend -d 'Let this server have it though more people may use that, as long as its command is this one; alone it leaves the value' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and __fish_seen_subcommand_from set" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and __fish_seen_subcommand_from set" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and __fish_seen_subcommand_from set" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and __fish_seen_subcommand_from set" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and __fish_seen_subcommand_from set" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and __fish_seen_subcommand_from set" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and __fish_seen_subcommand_from set" -l stdin -d 'Read the value from stdin'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and __fish_seen_subcommand_from set" -l exec -d 'Keep no value: run a command whenever a server that needs it starts, and take what it prints'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and __fish_seen_subcommand_from set" -l public -d 'One that every server may use'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and __fish_seen_subcommand_from set" -l dry-run -d 'Do everything but keep the result'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and __fish_seen_subcommand_from set" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and __fish_seen_subcommand_from set" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and __fish_seen_subcommand_from set" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and __fish_seen_subcommand_from set" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and __fish_seen_subcommand_from set" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and __fish_seen_subcommand_from set" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and __fish_seen_subcommand_from list" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and __fish_seen_subcommand_from list" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and __fish_seen_subcommand_from list" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and __fish_seen_subcommand_from list" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and __fish_seen_subcommand_from list" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and __fish_seen_subcommand_from list" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and __fish_seen_subcommand_from list" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and __fish_seen_subcommand_from ls" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and __fish_seen_subcommand_from ls" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and __fish_seen_subcommand_from ls" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and __fish_seen_subcommand_from ls" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and __fish_seen_subcommand_from ls" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and __fish_seen_subcommand_from ls" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and __fish_seen_subcommand_from ls" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and __fish_seen_subcommand_from ls" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and __fish_seen_subcommand_from ls" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and __fish_seen_subcommand_from ls" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and __fish_seen_subcommand_from grant" -l server -d 'The server that may have it' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and __fish_seen_subcommand_from grant" -l team -d 'With --revoke: one of a team, which was lent' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and __fish_seen_subcommand_from grant" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and __fish_seen_subcommand_from grant" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and __fish_seen_subcommand_from grant" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and __fish_seen_subcommand_from grant" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and __fish_seen_subcommand_from grant" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and __fish_seen_subcommand_from grant" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and __fish_seen_subcommand_from grant" -l revoke -d 'Take it back, also what was lent; a server that runs has it until it ends'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and __fish_seen_subcommand_from grant" -l dry-run -d 'Do everything but keep the result'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and __fish_seen_subcommand_from grant" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and __fish_seen_subcommand_from grant" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and __fish_seen_subcommand_from grant" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and __fish_seen_subcommand_from grant" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and __fish_seen_subcommand_from grant" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and __fish_seen_subcommand_from grant" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and __fish_seen_subcommand_from remove" -l team -d 'One of a team, for the servers of that team' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and __fish_seen_subcommand_from remove" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and __fish_seen_subcommand_from remove" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and __fish_seen_subcommand_from remove" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and __fish_seen_subcommand_from remove" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and __fish_seen_subcommand_from remove" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and __fish_seen_subcommand_from remove" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and __fish_seen_subcommand_from remove" -l public -d 'One that every server may use'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and __fish_seen_subcommand_from remove" -l dry-run -d 'Do everything but keep the result'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and __fish_seen_subcommand_from remove" -l force -d 'Remove it even if servers use it; they won\'t start'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and __fish_seen_subcommand_from remove" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and __fish_seen_subcommand_from remove" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and __fish_seen_subcommand_from remove" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and __fish_seen_subcommand_from remove" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and __fish_seen_subcommand_from remove" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and __fish_seen_subcommand_from remove" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and __fish_seen_subcommand_from rm" -l team -d 'One of a team, for the servers of that team' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and __fish_seen_subcommand_from rm" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and __fish_seen_subcommand_from rm" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and __fish_seen_subcommand_from rm" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and __fish_seen_subcommand_from rm" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and __fish_seen_subcommand_from rm" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and __fish_seen_subcommand_from rm" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and __fish_seen_subcommand_from rm" -l public -d 'One that every server may use'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and __fish_seen_subcommand_from rm" -l dry-run -d 'Do everything but keep the result'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and __fish_seen_subcommand_from rm" -l force -d 'Remove it even if servers use it; they won\'t start'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and __fish_seen_subcommand_from rm" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and __fish_seen_subcommand_from rm" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and __fish_seen_subcommand_from rm" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and __fish_seen_subcommand_from rm" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and __fish_seen_subcommand_from rm" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and __fish_seen_subcommand_from rm" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and __fish_seen_subcommand_from rotate-key" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and __fish_seen_subcommand_from rotate-key" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and __fish_seen_subcommand_from rotate-key" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and __fish_seen_subcommand_from rotate-key" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and __fish_seen_subcommand_from rotate-key" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and __fish_seen_subcommand_from rotate-key" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and __fish_seen_subcommand_from rotate-key" -l dry-run -d 'Do everything but keep the result'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and __fish_seen_subcommand_from rotate-key" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and __fish_seen_subcommand_from rotate-key" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and __fish_seen_subcommand_from rotate-key" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and __fish_seen_subcommand_from rotate-key" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and __fish_seen_subcommand_from rotate-key" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and __fish_seen_subcommand_from rotate-key" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and __fish_seen_subcommand_from help" -f -a "set" -d 'Make a secret, or give it another value'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and __fish_seen_subcommand_from help" -f -a "list" -d 'List secrets, and never their values'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and __fish_seen_subcommand_from help" -f -a "grant" -d 'Let a server have your secret for `secret://me/NAME`'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and __fish_seen_subcommand_from help" -f -a "remove" -d 'Remove a secret'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and __fish_seen_subcommand_from help" -f -a "rotate-key" -d 'Seal everything anew under a new key'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand secret; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and not __fish_seen_subcommand_from create list ls show get edit delete rm suspend resume quota member domain invite join help" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and not __fish_seen_subcommand_from create list ls show get edit delete rm suspend resume quota member domain invite join help" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and not __fish_seen_subcommand_from create list ls show get edit delete rm suspend resume quota member domain invite join help" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and not __fish_seen_subcommand_from create list ls show get edit delete rm suspend resume quota member domain invite join help" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and not __fish_seen_subcommand_from create list ls show get edit delete rm suspend resume quota member domain invite join help" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and not __fish_seen_subcommand_from create list ls show get edit delete rm suspend resume quota member domain invite join help" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and not __fish_seen_subcommand_from create list ls show get edit delete rm suspend resume quota member domain invite join help" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and not __fish_seen_subcommand_from create list ls show get edit delete rm suspend resume quota member domain invite join help" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and not __fish_seen_subcommand_from create list ls show get edit delete rm suspend resume quota member domain invite join help" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and not __fish_seen_subcommand_from create list ls show get edit delete rm suspend resume quota member domain invite join help" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and not __fish_seen_subcommand_from create list ls show get edit delete rm suspend resume quota member domain invite join help" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and not __fish_seen_subcommand_from create list ls show get edit delete rm suspend resume quota member domain invite join help" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and not __fish_seen_subcommand_from create list ls show get edit delete rm suspend resume quota member domain invite join help" -f -a "create" -d 'Make a team, which is yours'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and not __fish_seen_subcommand_from create list ls show get edit delete rm suspend resume quota member domain invite join help" -f -a "list" -d 'List the teams that you are in, or may find'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and not __fish_seen_subcommand_from create list ls show get edit delete rm suspend resume quota member domain invite join help" -f -a "ls" -d 'List the teams that you are in, or may find'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and not __fish_seen_subcommand_from create list ls show get edit delete rm suspend resume quota member domain invite join help" -f -a "show" -d 'Show a team'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and not __fish_seen_subcommand_from create list ls show get edit delete rm suspend resume quota member domain invite join help" -f -a "get" -d 'Show a team'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and not __fish_seen_subcommand_from create list ls show get edit delete rm suspend resume quota member domain invite join help" -f -a "edit" -d 'Change a team'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and not __fish_seen_subcommand_from create list ls show get edit delete rm suspend resume quota member domain invite join help" -f -a "delete" -d 'Delete a team'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and not __fish_seen_subcommand_from create list ls show get edit delete rm suspend resume quota member domain invite join help" -f -a "rm" -d 'Delete a team'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and not __fish_seen_subcommand_from create list ls show get edit delete rm suspend resume quota member domain invite join help" -f -a "suspend" -d 'Stop serving all that a team has'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and not __fish_seen_subcommand_from create list ls show get edit delete rm suspend resume quota member domain invite join help" -f -a "resume" -d 'Serve what a team has again'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and not __fish_seen_subcommand_from create list ls show get edit delete rm suspend resume quota member domain invite join help" -f -a "quota" -d 'Show or set what a team may have and do'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and not __fish_seen_subcommand_from create list ls show get edit delete rm suspend resume quota member domain invite join help" -f -a "member" -d 'Who is in a team: add, remove, list, set-role'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and not __fish_seen_subcommand_from create list ls show get edit delete rm suspend resume quota member domain invite join help" -f -a "domain" -d 'The addresses of a team\'s people: add, list, remove'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and not __fish_seen_subcommand_from create list ls show get edit delete rm suspend resume quota member domain invite join help" -f -a "invite" -d 'Let people into a team with a code: create, list, revoke, accept'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and not __fish_seen_subcommand_from create list ls show get edit delete rm suspend resume quota member domain invite join help" -f -a "join" -d 'Let people in who ask: request, list, approve, reject, cancel'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and not __fish_seen_subcommand_from create list ls show get edit delete rm suspend resume quota member domain invite join help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from create" -l name -d 'What people call it, if not the same' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from create" -l description -d 'What it is for' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from create" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from create" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from create" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from create" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from create" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from create" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from create" -l discoverable -d 'Let people who are not in it find it, and ask to join'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from create" -l dry-run -d 'Do everything but keep the result'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from create" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from create" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from create" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from create" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from create" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from create" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from list" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from list" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from list" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from list" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from list" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from list" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from list" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from ls" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from ls" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from ls" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from ls" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from ls" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from ls" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from ls" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from ls" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from ls" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from ls" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from show" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from show" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from show" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from show" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from show" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from show" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from show" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from show" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from get" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from get" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from get" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from get" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from get" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from get" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from get" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from get" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from get" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from get" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from get" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from edit" -l name -d 'What people call it' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from edit" -l description -d 'What it is for' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from edit" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from edit" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from edit" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from edit" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from edit" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from edit" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from edit" -l discoverable -d 'Let people who are not in it find it, and ask to join'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from edit" -l no-discoverable -d 'Let nobody find it who is not in it'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from edit" -l dry-run -d 'Do everything but keep the result'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from edit" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from edit" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from edit" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from edit" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from edit" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from edit" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from delete" -l move-to -d 'Give all that it has to this team' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from delete" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from delete" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from delete" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from delete" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from delete" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from delete" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from delete" -l cascade -d 'Remove all that it has'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from delete" -l dry-run -d 'Do everything but keep the result'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from delete" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from delete" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from delete" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from delete" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from rm" -l move-to -d 'Give all that it has to this team' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from rm" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from rm" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from rm" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from rm" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from rm" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from rm" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from rm" -l cascade -d 'Remove all that it has'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from rm" -l dry-run -d 'Do everything but keep the result'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from rm" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from rm" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from rm" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from rm" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from rm" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from rm" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from suspend" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from suspend" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from suspend" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from suspend" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from suspend" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from suspend" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from suspend" -l dry-run -d 'Do everything but keep the result'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from suspend" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from suspend" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from suspend" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from suspend" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from suspend" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from suspend" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from resume" -l trial -d 'For so long only; then it is suspended again' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from resume" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from resume" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from resume" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from resume" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from resume" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from resume" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from resume" -l dry-run -d 'Do everything but keep the result'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from resume" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from resume" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from resume" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from resume" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from resume" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from resume" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from quota" -l plan -d 'The plan whose quotas hold where the team has none of its own' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from quota" -l max-servers -d 'How many servers it may have; `none`: as many as its plan says' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from quota" -l max-members -d 'How many members it may have' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from quota" -l per-minute -d 'How many calls may be made in a minute; `none`: as many as one likes' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from quota" -l per-hour -d 'How many calls may be made in an hour' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from quota" -l per-day -d 'How many calls may be made in a day' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from quota" -l max-concurrent -d 'How many calls may run at the same time; one that is cancelled is one of them until its server is done, for a minute at most, and one that becomes a task until it is accepted' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from quota" -l max-sessions-per-user -d 'In how many sessions of one user its servers may be at a time' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from quota" -l stdio -d 'Whether servers of the team run as processes here' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from quota" -l remote -d 'Whether the team may have remote servers' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from quota" -l sampling -d 'Whether its servers may ask the client\'s model' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from quota" -l public -d 'Whether it may have servers for everybody' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from quota" -l sso -d 'Whether it may have its own provider of single sign-on' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from quota" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from quota" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from quota" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from quota" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from quota" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from quota" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from quota" -l no-plan -d 'Take the plan away'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from quota" -l dry-run -d 'Do everything but keep the result'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from quota" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from quota" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from quota" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from quota" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from quota" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from quota" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from member" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from member" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from member" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from member" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from member" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from member" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from member" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from member" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from member" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from member" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from member" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from member" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from member" -f -a "add" -d 'Put a user into a team'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from member" -f -a "list" -d 'List who is in a team'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from member" -f -a "ls" -d 'List who is in a team'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from member" -f -a "set-role" -d 'Give a member another role'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from member" -f -a "remove" -d 'Take somebody out of a team, or leave it'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from member" -f -a "rm" -d 'Take somebody out of a team, or leave it'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from member" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from domain" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from domain" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from domain" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from domain" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from domain" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from domain" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from domain" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from domain" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from domain" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from domain" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from domain" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from domain" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from domain" -f -a "add" -d 'Say that addresses of a domain are those of a team\'s people'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from domain" -f -a "list" -d 'List the domains of a team'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from domain" -f -a "ls" -d 'List the domains of a team'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from domain" -f -a "remove" -d 'Take a domain from a team'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from domain" -f -a "rm" -d 'Take a domain from a team'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from domain" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from invite" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from invite" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from invite" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from invite" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from invite" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from invite" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from invite" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from invite" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from invite" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from invite" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from invite" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from invite" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from invite" -f -a "create" -d 'Invite somebody into a team, who need not have an account'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from invite" -f -a "list" -d 'List the invitations into a team'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from invite" -f -a "ls" -d 'List the invitations into a team'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from invite" -f -a "revoke" -d 'Take an invitation back'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from invite" -f -a "accept" -d 'Accept an invitation'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from invite" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from join" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from join" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from join" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from join" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from join" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from join" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from join" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from join" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from join" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from join" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from join" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from join" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from join" -f -a "request" -d 'Ask to come into a team'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from join" -f -a "list" -d 'List who asks to come into a team, or what you asked for'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from join" -f -a "ls" -d 'List who asks to come into a team, or what you asked for'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from join" -f -a "approve" -d 'Let somebody in who asks'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from join" -f -a "reject" -d 'Turn somebody away who asks'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from join" -f -a "cancel" -d 'Take back what you asked for'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from join" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from help" -f -a "create" -d 'Make a team, which is yours'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from help" -f -a "list" -d 'List the teams that you are in, or may find'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show a team'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from help" -f -a "edit" -d 'Change a team'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from help" -f -a "delete" -d 'Delete a team'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from help" -f -a "suspend" -d 'Stop serving all that a team has'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from help" -f -a "resume" -d 'Serve what a team has again'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from help" -f -a "quota" -d 'Show or set what a team may have and do'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from help" -f -a "member" -d 'Who is in a team: add, remove, list, set-role'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from help" -f -a "domain" -d 'The addresses of a team\'s people: add, list, remove'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from help" -f -a "invite" -d 'Let people into a team with a code: create, list, revoke, accept'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from help" -f -a "join" -d 'Let people in who ask: request, list, approve, reject, cancel'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand team; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and not __fish_seen_subcommand_from list ls show get create edit grant revoke delete rm help" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and not __fish_seen_subcommand_from list ls show get create edit grant revoke delete rm help" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and not __fish_seen_subcommand_from list ls show get create edit grant revoke delete rm help" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and not __fish_seen_subcommand_from list ls show get create edit grant revoke delete rm help" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and not __fish_seen_subcommand_from list ls show get create edit grant revoke delete rm help" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and not __fish_seen_subcommand_from list ls show get create edit grant revoke delete rm help" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and not __fish_seen_subcommand_from list ls show get create edit grant revoke delete rm help" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and not __fish_seen_subcommand_from list ls show get create edit grant revoke delete rm help" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and not __fish_seen_subcommand_from list ls show get create edit grant revoke delete rm help" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and not __fish_seen_subcommand_from list ls show get create edit grant revoke delete rm help" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and not __fish_seen_subcommand_from list ls show get create edit grant revoke delete rm help" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and not __fish_seen_subcommand_from list ls show get create edit grant revoke delete rm help" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and not __fish_seen_subcommand_from list ls show get create edit grant revoke delete rm help" -f -a "list" -d 'List roles and what they allow'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and not __fish_seen_subcommand_from list ls show get create edit grant revoke delete rm help" -f -a "ls" -d 'List roles and what they allow'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and not __fish_seen_subcommand_from list ls show get create edit grant revoke delete rm help" -f -a "show" -d 'Show what a role allows'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and not __fish_seen_subcommand_from list ls show get create edit grant revoke delete rm help" -f -a "get" -d 'Show what a role allows'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and not __fish_seen_subcommand_from list ls show get create edit grant revoke delete rm help" -f -a "create" -d 'Make a role'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and not __fish_seen_subcommand_from list ls show get create edit grant revoke delete rm help" -f -a "edit" -d 'Change what a role allows'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and not __fish_seen_subcommand_from list ls show get create edit grant revoke delete rm help" -f -a "grant" -d 'Give somebody a role, in a team or everywhere'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and not __fish_seen_subcommand_from list ls show get create edit grant revoke delete rm help" -f -a "revoke" -d 'Take a role from somebody'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and not __fish_seen_subcommand_from list ls show get create edit grant revoke delete rm help" -f -a "delete" -d 'Delete a role that nobody has'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and not __fish_seen_subcommand_from list ls show get create edit grant revoke delete rm help" -f -a "rm" -d 'Delete a role that nobody has'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and not __fish_seen_subcommand_from list ls show get create edit grant revoke delete rm help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from list" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from list" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from list" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from list" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from list" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from list" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from list" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from ls" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from ls" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from ls" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from ls" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from ls" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from ls" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from ls" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from ls" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from ls" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from ls" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from show" -l team -d 'The team that has it, where it is not for all' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from show" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from show" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from show" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from show" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from show" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from show" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from show" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from show" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from get" -l team -d 'The team that has it, where it is not for all' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from get" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from get" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from get" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from get" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from get" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from get" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from get" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from get" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from get" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from get" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from get" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from create" -l team -d 'The team that has it; without one every team has it' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from create" -l allow -d 'What it allows; see `mcpgw role list`' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from create" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from create" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from create" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from create" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from create" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from create" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from create" -l dry-run -d 'Do everything but keep the result'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from create" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from create" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from create" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from create" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from create" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from create" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from edit" -l team -d 'The team that has it; without one every team has it' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from edit" -l allow -d 'What it allows from now on; see `mcpgw role list`' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from edit" -l deny -d 'What it allows no more' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from edit" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from edit" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from edit" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from edit" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from edit" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from edit" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from edit" -l dry-run -d 'Do everything but keep the result'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from edit" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from edit" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from edit" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from edit" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from edit" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from edit" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from grant" -l team -d 'In this team' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from grant" -l expires -d 'For so long only' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from grant" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from grant" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from grant" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from grant" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from grant" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from grant" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from grant" -l dry-run -d 'Do everything but keep the result'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from grant" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from grant" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from grant" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from grant" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from grant" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from grant" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from revoke" -l team -d 'In this team' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from revoke" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from revoke" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from revoke" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from revoke" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from revoke" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from revoke" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from revoke" -l dry-run -d 'Do everything but keep the result'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from revoke" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from revoke" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from revoke" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from revoke" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from revoke" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from revoke" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from delete" -l team -d 'The team that has it; without one every team has it' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from delete" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from delete" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from delete" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from delete" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from delete" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from delete" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from delete" -l dry-run -d 'Do everything but keep the result'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from delete" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from delete" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from delete" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from delete" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from rm" -l team -d 'The team that has it; without one every team has it' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from rm" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from rm" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from rm" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from rm" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from rm" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from rm" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from rm" -l dry-run -d 'Do everything but keep the result'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from rm" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from rm" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from rm" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from rm" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from rm" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from rm" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from help" -f -a "list" -d 'List roles and what they allow'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show what a role allows'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from help" -f -a "create" -d 'Make a role'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from help" -f -a "edit" -d 'Change what a role allows'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from help" -f -a "grant" -d 'Give somebody a role, in a team or everywhere'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from help" -f -a "revoke" -d 'Take a role from somebody'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from help" -f -a "delete" -d 'Delete a role that nobody has'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand role; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and not __fish_seen_subcommand_from create list ls show get edit rotate revoke usage verify help" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and not __fish_seen_subcommand_from create list ls show get edit rotate revoke usage verify help" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and not __fish_seen_subcommand_from create list ls show get edit rotate revoke usage verify help" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and not __fish_seen_subcommand_from create list ls show get edit rotate revoke usage verify help" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and not __fish_seen_subcommand_from create list ls show get edit rotate revoke usage verify help" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and not __fish_seen_subcommand_from create list ls show get edit rotate revoke usage verify help" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and not __fish_seen_subcommand_from create list ls show get edit rotate revoke usage verify help" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and not __fish_seen_subcommand_from create list ls show get edit rotate revoke usage verify help" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and not __fish_seen_subcommand_from create list ls show get edit rotate revoke usage verify help" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and not __fish_seen_subcommand_from create list ls show get edit rotate revoke usage verify help" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and not __fish_seen_subcommand_from create list ls show get edit rotate revoke usage verify help" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and not __fish_seen_subcommand_from create list ls show get edit rotate revoke usage verify help" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and not __fish_seen_subcommand_from create list ls show get edit rotate revoke usage verify help" -f -a "create" -d 'Make a token, and show it this once'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and not __fish_seen_subcommand_from create list ls show get edit rotate revoke usage verify help" -f -a "list" -d 'List tokens'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and not __fish_seen_subcommand_from create list ls show get edit rotate revoke usage verify help" -f -a "ls" -d 'List tokens'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and not __fish_seen_subcommand_from create list ls show get edit rotate revoke usage verify help" -f -a "show" -d 'Show what a token is for'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and not __fish_seen_subcommand_from create list ls show get edit rotate revoke usage verify help" -f -a "get" -d 'Show what a token is for'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and not __fish_seen_subcommand_from create list ls show get edit rotate revoke usage verify help" -f -a "edit" -d 'Change what a token is for, also while it is used'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and not __fish_seen_subcommand_from create list ls show get edit rotate revoke usage verify help" -f -a "rotate" -d 'Replace a token by another one for the same'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and not __fish_seen_subcommand_from create list ls show get edit rotate revoke usage verify help" -f -a "revoke" -d 'Have a token, or all of a user, stop working now'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and not __fish_seen_subcommand_from create list ls show get edit rotate revoke usage verify help" -f -a "usage" -d 'Say what was called with a token, and what came of it'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and not __fish_seen_subcommand_from create list ls show get edit rotate revoke usage verify help" -f -a "verify" -d 'Say whether a token is valid, and what it is for'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and not __fish_seen_subcommand_from create list ls show get edit rotate revoke usage verify help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from create" -l name -d 'What to call it' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from create" -l user -d 'Whose it is: a service of a team of yours' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from create" -l expires -d 'When it ends, such as 12h or 90d from now' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from create" -l team -d 'Only what this team has, and what is public; the name of your own team stands for what is private to you' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from create" -l server -d 'Only this server' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from create" -l tool -d 'Only tools that clients see under such a name; SERVER/GLOB is over the server\'s own names' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from create" -l prompt -d 'Only prompts that clients see under such a name, or SERVER/GLOB' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from create" -l resource -d 'Only resources with such a URI, or SERVER/GLOB' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from create" -l permission -d 'Beside using things, also this, such as servers.read or tokens.create; see `mcpgw role list`' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from create" -l capabilities -d 'Only the items in this JSON file (- is stdin): `{"tools": {"SERVER": ["NAME"]}}`' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from create" -l per-minute -d 'How many calls may be made in a minute; `none`: as many as one likes' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from create" -l per-hour -d 'How many calls may be made in an hour' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from create" -l per-day -d 'How many calls may be made in a day' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from create" -l max-concurrent -d 'How many calls may run at the same time; one that is cancelled is one of them until its server is done, for a minute at most, and one that becomes a task until it is accepted' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from create" -l days -d 'Only on these days, such as mon-fri or sat,sun' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from create" -l hours -d 'Only at this time of day, such as 09:00-18:00; 22:00-06:00 ends on the day after' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from create" -l zone -d 'The time zone of days and hours; without it this machine\'s' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from create" -l cidr -d 'Only from this network; `mcpgw stdio` and commands know no address, and refuse such a token' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from create" -l client -d 'Only for the client that calls itself so; this keeps order, and keeps nobody out' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from create" -l workspace -d 'Only for clients and commands that are started in this directory; this keeps order, and keeps nobody out' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from create" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from create" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from create" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from create" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from create" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from create" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from create" -l no-expiry -d 'Let it work until it is revoked'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from create" -l import-stdin -d 'Take a credential over that was made elsewhere, from stdin: 32 characters at least'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from create" -l dry-run -d 'Do everything but keep the result'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from create" -l public-only -d 'Only what is public'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from create" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from create" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from create" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from create" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from create" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from create" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from list" -l user -d 'Those of this user: me, an email or an id' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from list" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from list" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from list" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from list" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from list" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from list" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from list" -l all -d 'All that you may see'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from list" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from ls" -l user -d 'Those of this user: me, an email or an id' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from ls" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from ls" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from ls" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from ls" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from ls" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from ls" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from ls" -l all -d 'All that you may see'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from ls" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from ls" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from ls" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from ls" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from show" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from show" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from show" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from show" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from show" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from show" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from show" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from show" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from get" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from get" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from get" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from get" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from get" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from get" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from get" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from get" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from get" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from get" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from get" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from edit" -l name -d 'What to call it from now on' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from edit" -l expires -d 'When it ends, such as 12h or 90d from now' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from edit" -l clear -d 'Say nothing of this any more: servers, tools, prompts, resources, capabilities, permissions, hours, limits, cidrs, client, workspace' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from edit" -l team -d 'Only what this team has, and what is public; the name of your own team stands for what is private to you' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from edit" -l server -d 'Only this server' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from edit" -l tool -d 'Only tools that clients see under such a name; SERVER/GLOB is over the server\'s own names' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from edit" -l prompt -d 'Only prompts that clients see under such a name, or SERVER/GLOB' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from edit" -l resource -d 'Only resources with such a URI, or SERVER/GLOB' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from edit" -l permission -d 'Beside using things, also this, such as servers.read or tokens.create; see `mcpgw role list`' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from edit" -l capabilities -d 'Only the items in this JSON file (- is stdin): `{"tools": {"SERVER": ["NAME"]}}`' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from edit" -l per-minute -d 'How many calls may be made in a minute; `none`: as many as one likes' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from edit" -l per-hour -d 'How many calls may be made in an hour' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from edit" -l per-day -d 'How many calls may be made in a day' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from edit" -l max-concurrent -d 'How many calls may run at the same time; one that is cancelled is one of them until its server is done, for a minute at most, and one that becomes a task until it is accepted' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from edit" -l days -d 'Only on these days, such as mon-fri or sat,sun' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from edit" -l hours -d 'Only at this time of day, such as 09:00-18:00; 22:00-06:00 ends on the day after' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from edit" -l zone -d 'The time zone of days and hours; without it this machine\'s' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from edit" -l cidr -d 'Only from this network; `mcpgw stdio` and commands know no address, and refuse such a token' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from edit" -l client -d 'Only for the client that calls itself so; this keeps order, and keeps nobody out' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from edit" -l workspace -d 'Only for clients and commands that are started in this directory; this keeps order, and keeps nobody out' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from edit" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from edit" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from edit" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from edit" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from edit" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from edit" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from edit" -l no-expiry -d 'Let it work until it is revoked'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from edit" -l all-teams -d 'All teams again, and what is private to its user'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from edit" -l dry-run -d 'Do everything but keep the result'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from edit" -l public-only -d 'Only what is public'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from edit" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from edit" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from edit" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from edit" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from edit" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from edit" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from rotate" -l grace -d 'How long the old one goes on working; without it, it stops now' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from rotate" -l expires -d 'When it ends, such as 12h or 90d from now' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from rotate" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from rotate" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from rotate" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from rotate" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from rotate" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from rotate" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from rotate" -l no-expiry -d 'Let it work until it is revoked'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from rotate" -l dry-run -d 'Do everything but keep the result'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from rotate" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from rotate" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from rotate" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from rotate" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from rotate" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from rotate" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from revoke" -l user -d 'Whose' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from revoke" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from revoke" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from revoke" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from revoke" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from revoke" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from revoke" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from revoke" -l all -d 'All tokens of a user'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from revoke" -l dry-run -d 'Do everything but keep the result'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from revoke" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from revoke" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from revoke" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from revoke" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from revoke" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from revoke" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from usage" -l since -d 'Only calls of the last time, such as 12h or 7d; all that is kept by default' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from usage" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from usage" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from usage" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from usage" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from usage" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from usage" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from usage" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from usage" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from usage" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from usage" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from usage" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from usage" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from verify" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from verify" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from verify" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from verify" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from verify" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from verify" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from verify" -l token-stdin -d 'Read the token from stdin, and act as you would without it'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from verify" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from verify" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from verify" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from verify" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from verify" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from verify" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from help" -f -a "create" -d 'Make a token, and show it this once'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from help" -f -a "list" -d 'List tokens'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show what a token is for'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from help" -f -a "edit" -d 'Change what a token is for, also while it is used'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from help" -f -a "rotate" -d 'Replace a token by another one for the same'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from help" -f -a "revoke" -d 'Have a token, or all of a user, stop working now'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from help" -f -a "usage" -d 'Say what was called with a token, and what came of it'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from help" -f -a "verify" -d 'Say whether a token is valid, and what it is for'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand token; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand profile; and not __fish_seen_subcommand_from create list ls remove rm help" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand profile; and not __fish_seen_subcommand_from create list ls remove rm help" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand profile; and not __fish_seen_subcommand_from create list ls remove rm help" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand profile; and not __fish_seen_subcommand_from create list ls remove rm help" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand profile; and not __fish_seen_subcommand_from create list ls remove rm help" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand profile; and not __fish_seen_subcommand_from create list ls remove rm help" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand profile; and not __fish_seen_subcommand_from create list ls remove rm help" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand profile; and not __fish_seen_subcommand_from create list ls remove rm help" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand profile; and not __fish_seen_subcommand_from create list ls remove rm help" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand profile; and not __fish_seen_subcommand_from create list ls remove rm help" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand profile; and not __fish_seen_subcommand_from create list ls remove rm help" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand profile; and not __fish_seen_subcommand_from create list ls remove rm help" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand profile; and not __fish_seen_subcommand_from create list ls remove rm help" -f -a "create" -d 'Make a profile for a client, with a token of its own'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand profile; and not __fish_seen_subcommand_from create list ls remove rm help" -f -a "list" -d 'List profiles'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand profile; and not __fish_seen_subcommand_from create list ls remove rm help" -f -a "ls" -d 'List profiles'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand profile; and not __fish_seen_subcommand_from create list ls remove rm help" -f -a "remove" -d 'Remove a profile, and revoke its token'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand profile; and not __fish_seen_subcommand_from create list ls remove rm help" -f -a "rm" -d 'Remove a profile, and revoke its token'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand profile; and not __fish_seen_subcommand_from create list ls remove rm help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand profile; and __fish_seen_subcommand_from create" -l expires -d 'When it ends, such as 12h or 90d from now' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand profile; and __fish_seen_subcommand_from create" -l team -d 'Only what this team has, and what is public; the name of your own team stands for what is private to you' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand profile; and __fish_seen_subcommand_from create" -l server -d 'Only this server' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand profile; and __fish_seen_subcommand_from create" -l tool -d 'Only tools that clients see under such a name; SERVER/GLOB is over the server\'s own names' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand profile; and __fish_seen_subcommand_from create" -l prompt -d 'Only prompts that clients see under such a name, or SERVER/GLOB' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand profile; and __fish_seen_subcommand_from create" -l resource -d 'Only resources with such a URI, or SERVER/GLOB' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand profile; and __fish_seen_subcommand_from create" -l permission -d 'Beside using things, also this, such as servers.read or tokens.create; see `mcpgw role list`' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand profile; and __fish_seen_subcommand_from create" -l capabilities -d 'Only the items in this JSON file (- is stdin): `{"tools": {"SERVER": ["NAME"]}}`' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand profile; and __fish_seen_subcommand_from create" -l per-minute -d 'How many calls may be made in a minute; `none`: as many as one likes' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand profile; and __fish_seen_subcommand_from create" -l per-hour -d 'How many calls may be made in an hour' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand profile; and __fish_seen_subcommand_from create" -l per-day -d 'How many calls may be made in a day' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand profile; and __fish_seen_subcommand_from create" -l max-concurrent -d 'How many calls may run at the same time; one that is cancelled is one of them until its server is done, for a minute at most, and one that becomes a task until it is accepted' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand profile; and __fish_seen_subcommand_from create" -l days -d 'Only on these days, such as mon-fri or sat,sun' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand profile; and __fish_seen_subcommand_from create" -l hours -d 'Only at this time of day, such as 09:00-18:00; 22:00-06:00 ends on the day after' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand profile; and __fish_seen_subcommand_from create" -l zone -d 'The time zone of days and hours; without it this machine\'s' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand profile; and __fish_seen_subcommand_from create" -l cidr -d 'Only from this network; `mcpgw stdio` and commands know no address, and refuse such a token' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand profile; and __fish_seen_subcommand_from create" -l client -d 'Only for the client that calls itself so; this keeps order, and keeps nobody out' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand profile; and __fish_seen_subcommand_from create" -l workspace -d 'Only for clients and commands that are started in this directory; this keeps order, and keeps nobody out' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand profile; and __fish_seen_subcommand_from create" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand profile; and __fish_seen_subcommand_from create" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand profile; and __fish_seen_subcommand_from create" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand profile; and __fish_seen_subcommand_from create" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand profile; and __fish_seen_subcommand_from create" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand profile; and __fish_seen_subcommand_from create" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand profile; and __fish_seen_subcommand_from create" -l no-expiry -d 'Let it work until it is revoked'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand profile; and __fish_seen_subcommand_from create" -l dry-run -d 'Do everything but keep the result'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand profile; and __fish_seen_subcommand_from create" -l public-only -d 'Only what is public'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand profile; and __fish_seen_subcommand_from create" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand profile; and __fish_seen_subcommand_from create" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand profile; and __fish_seen_subcommand_from create" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand profile; and __fish_seen_subcommand_from create" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand profile; and __fish_seen_subcommand_from create" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand profile; and __fish_seen_subcommand_from create" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand profile; and __fish_seen_subcommand_from list" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand profile; and __fish_seen_subcommand_from list" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand profile; and __fish_seen_subcommand_from list" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand profile; and __fish_seen_subcommand_from list" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand profile; and __fish_seen_subcommand_from list" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand profile; and __fish_seen_subcommand_from list" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand profile; and __fish_seen_subcommand_from list" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand profile; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand profile; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand profile; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand profile; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand profile; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand profile; and __fish_seen_subcommand_from ls" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand profile; and __fish_seen_subcommand_from ls" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand profile; and __fish_seen_subcommand_from ls" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand profile; and __fish_seen_subcommand_from ls" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand profile; and __fish_seen_subcommand_from ls" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand profile; and __fish_seen_subcommand_from ls" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand profile; and __fish_seen_subcommand_from ls" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand profile; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand profile; and __fish_seen_subcommand_from ls" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand profile; and __fish_seen_subcommand_from ls" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand profile; and __fish_seen_subcommand_from ls" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand profile; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand profile; and __fish_seen_subcommand_from remove" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand profile; and __fish_seen_subcommand_from remove" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand profile; and __fish_seen_subcommand_from remove" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand profile; and __fish_seen_subcommand_from remove" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand profile; and __fish_seen_subcommand_from remove" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand profile; and __fish_seen_subcommand_from remove" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand profile; and __fish_seen_subcommand_from remove" -l dry-run -d 'Do everything but keep the result'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand profile; and __fish_seen_subcommand_from remove" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand profile; and __fish_seen_subcommand_from remove" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand profile; and __fish_seen_subcommand_from remove" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand profile; and __fish_seen_subcommand_from remove" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand profile; and __fish_seen_subcommand_from remove" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand profile; and __fish_seen_subcommand_from remove" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand profile; and __fish_seen_subcommand_from rm" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand profile; and __fish_seen_subcommand_from rm" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand profile; and __fish_seen_subcommand_from rm" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand profile; and __fish_seen_subcommand_from rm" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand profile; and __fish_seen_subcommand_from rm" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand profile; and __fish_seen_subcommand_from rm" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand profile; and __fish_seen_subcommand_from rm" -l dry-run -d 'Do everything but keep the result'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand profile; and __fish_seen_subcommand_from rm" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand profile; and __fish_seen_subcommand_from rm" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand profile; and __fish_seen_subcommand_from rm" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand profile; and __fish_seen_subcommand_from rm" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand profile; and __fish_seen_subcommand_from rm" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand profile; and __fish_seen_subcommand_from rm" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand profile; and __fish_seen_subcommand_from help" -f -a "create" -d 'Make a profile for a client, with a token of its own'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand profile; and __fish_seen_subcommand_from help" -f -a "list" -d 'List profiles'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand profile; and __fish_seen_subcommand_from help" -f -a "remove" -d 'Remove a profile, and revoke its token'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand profile; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand key; and not __fish_seen_subcommand_from list ls rotate import export help" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand key; and not __fish_seen_subcommand_from list ls rotate import export help" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand key; and not __fish_seen_subcommand_from list ls rotate import export help" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand key; and not __fish_seen_subcommand_from list ls rotate import export help" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand key; and not __fish_seen_subcommand_from list ls rotate import export help" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand key; and not __fish_seen_subcommand_from list ls rotate import export help" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand key; and not __fish_seen_subcommand_from list ls rotate import export help" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand key; and not __fish_seen_subcommand_from list ls rotate import export help" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand key; and not __fish_seen_subcommand_from list ls rotate import export help" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand key; and not __fish_seen_subcommand_from list ls rotate import export help" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand key; and not __fish_seen_subcommand_from list ls rotate import export help" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand key; and not __fish_seen_subcommand_from list ls rotate import export help" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand key; and not __fish_seen_subcommand_from list ls rotate import export help" -f -a "list" -d 'List the keys that sign tokens, or have signed some'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand key; and not __fish_seen_subcommand_from list ls rotate import export help" -f -a "ls" -d 'List the keys that sign tokens, or have signed some'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand key; and not __fish_seen_subcommand_from list ls rotate import export help" -f -a "rotate" -d 'Sign with a new key from now on'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand key; and not __fish_seen_subcommand_from list ls rotate import export help" -f -a "import" -d 'Sign with a key of your own from now on'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand key; and not __fish_seen_subcommand_from list ls rotate import export help" -f -a "export" -d 'Print the public halves as a JWK set, or give a key away'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand key; and not __fish_seen_subcommand_from list ls rotate import export help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand key; and __fish_seen_subcommand_from list" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand key; and __fish_seen_subcommand_from list" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand key; and __fish_seen_subcommand_from list" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand key; and __fish_seen_subcommand_from list" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand key; and __fish_seen_subcommand_from list" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand key; and __fish_seen_subcommand_from list" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand key; and __fish_seen_subcommand_from list" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand key; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand key; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand key; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand key; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand key; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand key; and __fish_seen_subcommand_from ls" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand key; and __fish_seen_subcommand_from ls" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand key; and __fish_seen_subcommand_from ls" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand key; and __fish_seen_subcommand_from ls" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand key; and __fish_seen_subcommand_from ls" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand key; and __fish_seen_subcommand_from ls" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand key; and __fish_seen_subcommand_from ls" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand key; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand key; and __fish_seen_subcommand_from ls" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand key; and __fish_seen_subcommand_from ls" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand key; and __fish_seen_subcommand_from ls" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand key; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand key; and __fish_seen_subcommand_from rotate" -l algorithm -d 'How the new key signs: `EdDSA`, HS256, HS384, HS512, RS256, RS384, RS512, PS256, ES256, ES384' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand key; and __fish_seen_subcommand_from rotate" -l overlap -d 'How long tokens that the keys before have signed go on working, at most' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand key; and __fish_seen_subcommand_from rotate" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand key; and __fish_seen_subcommand_from rotate" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand key; and __fish_seen_subcommand_from rotate" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand key; and __fish_seen_subcommand_from rotate" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand key; and __fish_seen_subcommand_from rotate" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand key; and __fish_seen_subcommand_from rotate" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand key; and __fish_seen_subcommand_from rotate" -l dry-run -d 'Do everything but keep the result'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand key; and __fish_seen_subcommand_from rotate" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand key; and __fish_seen_subcommand_from rotate" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand key; and __fish_seen_subcommand_from rotate" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand key; and __fish_seen_subcommand_from rotate" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand key; and __fish_seen_subcommand_from rotate" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand key; and __fish_seen_subcommand_from rotate" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand key; and __fish_seen_subcommand_from import" -l algorithm -d 'What it signs as; needed for RSA keys' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand key; and __fish_seen_subcommand_from import" -l overlap -d 'How long tokens that the keys before have signed go on working, at most' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand key; and __fish_seen_subcommand_from import" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand key; and __fish_seen_subcommand_from import" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand key; and __fish_seen_subcommand_from import" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand key; and __fish_seen_subcommand_from import" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand key; and __fish_seen_subcommand_from import" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand key; and __fish_seen_subcommand_from import" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand key; and __fish_seen_subcommand_from import" -l dry-run -d 'Do everything but keep the result'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand key; and __fish_seen_subcommand_from import" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand key; and __fish_seen_subcommand_from import" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand key; and __fish_seen_subcommand_from import" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand key; and __fish_seen_subcommand_from import" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand key; and __fish_seen_subcommand_from import" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand key; and __fish_seen_subcommand_from import" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand key; and __fish_seen_subcommand_from export" -l out -d 'The file to write to, which must not be there yet; only you can read it' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand key; and __fish_seen_subcommand_from export" -l key -d 'Which key; without it the one that signs' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand key; and __fish_seen_subcommand_from export" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand key; and __fish_seen_subcommand_from export" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand key; and __fish_seen_subcommand_from export" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand key; and __fish_seen_subcommand_from export" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand key; and __fish_seen_subcommand_from export" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand key; and __fish_seen_subcommand_from export" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand key; and __fish_seen_subcommand_from export" -l private -d 'Give the secret half away, which the audit is told of'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand key; and __fish_seen_subcommand_from export" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand key; and __fish_seen_subcommand_from export" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand key; and __fish_seen_subcommand_from export" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand key; and __fish_seen_subcommand_from export" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand key; and __fish_seen_subcommand_from export" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand key; and __fish_seen_subcommand_from export" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand key; and __fish_seen_subcommand_from help" -f -a "list" -d 'List the keys that sign tokens, or have signed some'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand key; and __fish_seen_subcommand_from help" -f -a "rotate" -d 'Sign with a new key from now on'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand key; and __fish_seen_subcommand_from help" -f -a "import" -d 'Sign with a key of your own from now on'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand key; and __fish_seen_subcommand_from help" -f -a "export" -d 'Print the public halves as a JWK set, or give a key away'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand key; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand vault; and not __fish_seen_subcommand_from status move help" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand vault; and not __fish_seen_subcommand_from status move help" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand vault; and not __fish_seen_subcommand_from status move help" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand vault; and not __fish_seen_subcommand_from status move help" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand vault; and not __fish_seen_subcommand_from status move help" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand vault; and not __fish_seen_subcommand_from status move help" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand vault; and not __fish_seen_subcommand_from status move help" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand vault; and not __fish_seen_subcommand_from status move help" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand vault; and not __fish_seen_subcommand_from status move help" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand vault; and not __fish_seen_subcommand_from status move help" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand vault; and not __fish_seen_subcommand_from status move help" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand vault; and not __fish_seen_subcommand_from status move help" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand vault; and not __fish_seen_subcommand_from status move help" -f -a "status" -d 'Say who keeps the vault\'s key, and whether it opens'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand vault; and not __fish_seen_subcommand_from status move help" -f -a "move" -d 'Give the vault\'s key to another keeper'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand vault; and not __fish_seen_subcommand_from status move help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand vault; and __fish_seen_subcommand_from status" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand vault; and __fish_seen_subcommand_from status" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand vault; and __fish_seen_subcommand_from status" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand vault; and __fish_seen_subcommand_from status" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand vault; and __fish_seen_subcommand_from status" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand vault; and __fish_seen_subcommand_from status" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand vault; and __fish_seen_subcommand_from status" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand vault; and __fish_seen_subcommand_from status" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand vault; and __fish_seen_subcommand_from status" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand vault; and __fish_seen_subcommand_from status" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand vault; and __fish_seen_subcommand_from status" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand vault; and __fish_seen_subcommand_from status" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand vault; and __fish_seen_subcommand_from move" -l to -d 'The new keeper' -r -f -a "os\t'The system\'s keyring'
file\t'The file vault.key beside the store, readable by you only'
passphrase\t'A passphrase of yours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand vault; and __fish_seen_subcommand_from move" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand vault; and __fish_seen_subcommand_from move" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand vault; and __fish_seen_subcommand_from move" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand vault; and __fish_seen_subcommand_from move" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand vault; and __fish_seen_subcommand_from move" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand vault; and __fish_seen_subcommand_from move" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand vault; and __fish_seen_subcommand_from move" -l dry-run -d 'Do everything but keep the result'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand vault; and __fish_seen_subcommand_from move" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand vault; and __fish_seen_subcommand_from move" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand vault; and __fish_seen_subcommand_from move" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand vault; and __fish_seen_subcommand_from move" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand vault; and __fish_seen_subcommand_from move" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand vault; and __fish_seen_subcommand_from move" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand vault; and __fish_seen_subcommand_from help" -f -a "status" -d 'Say who keeps the vault\'s key, and whether it opens'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand vault; and __fish_seen_subcommand_from help" -f -a "move" -d 'Give the vault\'s key to another keeper'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand vault; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and not __fish_seen_subcommand_from list ls show get export head verify help" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and not __fish_seen_subcommand_from list ls show get export head verify help" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and not __fish_seen_subcommand_from list ls show get export head verify help" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and not __fish_seen_subcommand_from list ls show get export head verify help" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and not __fish_seen_subcommand_from list ls show get export head verify help" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and not __fish_seen_subcommand_from list ls show get export head verify help" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and not __fish_seen_subcommand_from list ls show get export head verify help" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and not __fish_seen_subcommand_from list ls show get export head verify help" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and not __fish_seen_subcommand_from list ls show get export head verify help" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and not __fish_seen_subcommand_from list ls show get export head verify help" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and not __fish_seen_subcommand_from list ls show get export head verify help" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and not __fish_seen_subcommand_from list ls show get export head verify help" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and not __fish_seen_subcommand_from list ls show get export head verify help" -f -a "list" -d 'List what was done last'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and not __fish_seen_subcommand_from list ls show get export head verify help" -f -a "ls" -d 'List what was done last'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and not __fish_seen_subcommand_from list ls show get export head verify help" -f -a "show" -d 'Show one row with all that is known of it'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and not __fish_seen_subcommand_from list ls show get export head verify help" -f -a "get" -d 'Show one row with all that is known of it'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and not __fish_seen_subcommand_from list ls show get export head verify help" -f -a "export" -d 'Write all rows as lines of JSON'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and not __fish_seen_subcommand_from list ls show get export head verify help" -f -a "head" -d 'Print the last row\'s number and hash, signed: keep it elsewhere, and rows up to it can\'t be changed unseen'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and not __fish_seen_subcommand_from list ls show get export head verify help" -f -a "verify" -d 'Check that nobody changed, removed or reordered rows'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and not __fish_seen_subcommand_from list ls show get export head verify help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and __fish_seen_subcommand_from list" -l since -d 'Only what was done in the last time, such as 12h or 7d' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and __fish_seen_subcommand_from list" -l limit -d 'At most so many rows: the last ones' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and __fish_seen_subcommand_from list" -l user -d 'Only what this user did: me, an email, or the id of one who may be gone' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and __fish_seen_subcommand_from list" -l team -d 'Only what concerns this team: its owners may read that' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and __fish_seen_subcommand_from list" -l action -d 'Only this action, such as server.edit; or all of a noun, such as server' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and __fish_seen_subcommand_from list" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and __fish_seen_subcommand_from list" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and __fish_seen_subcommand_from list" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and __fish_seen_subcommand_from list" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and __fish_seen_subcommand_from list" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and __fish_seen_subcommand_from list" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and __fish_seen_subcommand_from list" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and __fish_seen_subcommand_from ls" -l since -d 'Only what was done in the last time, such as 12h or 7d' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and __fish_seen_subcommand_from ls" -l limit -d 'At most so many rows: the last ones' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and __fish_seen_subcommand_from ls" -l user -d 'Only what this user did: me, an email, or the id of one who may be gone' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and __fish_seen_subcommand_from ls" -l team -d 'Only what concerns this team: its owners may read that' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and __fish_seen_subcommand_from ls" -l action -d 'Only this action, such as server.edit; or all of a noun, such as server' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and __fish_seen_subcommand_from ls" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and __fish_seen_subcommand_from ls" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and __fish_seen_subcommand_from ls" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and __fish_seen_subcommand_from ls" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and __fish_seen_subcommand_from ls" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and __fish_seen_subcommand_from ls" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and __fish_seen_subcommand_from ls" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and __fish_seen_subcommand_from ls" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and __fish_seen_subcommand_from ls" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and __fish_seen_subcommand_from ls" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and __fish_seen_subcommand_from show" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and __fish_seen_subcommand_from show" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and __fish_seen_subcommand_from show" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and __fish_seen_subcommand_from show" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and __fish_seen_subcommand_from show" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and __fish_seen_subcommand_from show" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and __fish_seen_subcommand_from show" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and __fish_seen_subcommand_from show" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and __fish_seen_subcommand_from get" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and __fish_seen_subcommand_from get" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and __fish_seen_subcommand_from get" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and __fish_seen_subcommand_from get" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and __fish_seen_subcommand_from get" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and __fish_seen_subcommand_from get" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and __fish_seen_subcommand_from get" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and __fish_seen_subcommand_from get" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and __fish_seen_subcommand_from get" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and __fish_seen_subcommand_from get" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and __fish_seen_subcommand_from get" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and __fish_seen_subcommand_from export" -l out -d 'Write to this file, which must not be there yet' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and __fish_seen_subcommand_from export" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and __fish_seen_subcommand_from export" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and __fish_seen_subcommand_from export" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and __fish_seen_subcommand_from export" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and __fish_seen_subcommand_from export" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and __fish_seen_subcommand_from export" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and __fish_seen_subcommand_from export" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and __fish_seen_subcommand_from export" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and __fish_seen_subcommand_from export" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and __fish_seen_subcommand_from export" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and __fish_seen_subcommand_from export" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and __fish_seen_subcommand_from export" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and __fish_seen_subcommand_from head" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and __fish_seen_subcommand_from head" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and __fish_seen_subcommand_from head" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and __fish_seen_subcommand_from head" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and __fish_seen_subcommand_from head" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and __fish_seen_subcommand_from head" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and __fish_seen_subcommand_from head" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and __fish_seen_subcommand_from head" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and __fish_seen_subcommand_from head" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and __fish_seen_subcommand_from head" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and __fish_seen_subcommand_from head" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and __fish_seen_subcommand_from head" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and __fish_seen_subcommand_from verify" -l expect -d 'A row and its hash that you have kept: the rows up to it must still be those' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and __fish_seen_subcommand_from verify" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and __fish_seen_subcommand_from verify" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and __fish_seen_subcommand_from verify" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and __fish_seen_subcommand_from verify" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and __fish_seen_subcommand_from verify" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and __fish_seen_subcommand_from verify" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and __fish_seen_subcommand_from verify" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and __fish_seen_subcommand_from verify" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and __fish_seen_subcommand_from verify" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and __fish_seen_subcommand_from verify" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and __fish_seen_subcommand_from verify" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and __fish_seen_subcommand_from verify" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and __fish_seen_subcommand_from help" -f -a "list" -d 'List what was done last'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show one row with all that is known of it'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and __fish_seen_subcommand_from help" -f -a "export" -d 'Write all rows as lines of JSON'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and __fish_seen_subcommand_from help" -f -a "head" -d 'Print the last row\'s number and hash, signed: keep it elsewhere, and rows up to it can\'t be changed unseen'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and __fish_seen_subcommand_from help" -f -a "verify" -d 'Check that nobody changed, removed or reordered rows'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand audit; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand usage; and not __fish_seen_subcommand_from report help" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand usage; and not __fish_seen_subcommand_from report help" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand usage; and not __fish_seen_subcommand_from report help" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand usage; and not __fish_seen_subcommand_from report help" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand usage; and not __fish_seen_subcommand_from report help" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand usage; and not __fish_seen_subcommand_from report help" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand usage; and not __fish_seen_subcommand_from report help" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand usage; and not __fish_seen_subcommand_from report help" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand usage; and not __fish_seen_subcommand_from report help" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand usage; and not __fish_seen_subcommand_from report help" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand usage; and not __fish_seen_subcommand_from report help" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand usage; and not __fish_seen_subcommand_from report help" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand usage; and not __fish_seen_subcommand_from report help" -f -a "report" -d 'Say how much was called, what came of it, and how long it took'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand usage; and not __fish_seen_subcommand_from report help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand usage; and __fish_seen_subcommand_from report" -l by -d 'What calls are told apart by' -r -f -a "user\t'Who made them'
team\t'The team of the server'
token\t'The token that they were made with'
server\t'The server'
tool\t'The tool, prompt or resource'
client\t'What the client calls itself'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand usage; and __fish_seen_subcommand_from report" -l since -d 'Only calls of the last time, such as 12h or 7d; all that is kept by default (usage.retention)' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand usage; and __fish_seen_subcommand_from report" -l user -d 'Only calls of this user: me, an email or an id' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand usage; and __fish_seen_subcommand_from report" -l team -d 'Only calls of servers of this team' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand usage; and __fish_seen_subcommand_from report" -l token -d 'Only calls with this token' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand usage; and __fish_seen_subcommand_from report" -l server -d 'Only calls of this server' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand usage; and __fish_seen_subcommand_from report" -l tool -d 'Only calls of this tool, prompt or resource, as its server calls it' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand usage; and __fish_seen_subcommand_from report" -l client -d 'Only calls of a client that calls itself this' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand usage; and __fish_seen_subcommand_from report" -l interval -d 'How often to look' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand usage; and __fish_seen_subcommand_from report" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand usage; and __fish_seen_subcommand_from report" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand usage; and __fish_seen_subcommand_from report" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand usage; and __fish_seen_subcommand_from report" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand usage; and __fish_seen_subcommand_from report" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand usage; and __fish_seen_subcommand_from report" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand usage; and __fish_seen_subcommand_from report" -s w -l watch -d 'Keep showing it'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand usage; and __fish_seen_subcommand_from report" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand usage; and __fish_seen_subcommand_from report" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand usage; and __fish_seen_subcommand_from report" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand usage; and __fish_seen_subcommand_from report" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand usage; and __fish_seen_subcommand_from report" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand usage; and __fish_seen_subcommand_from report" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand usage; and __fish_seen_subcommand_from help" -f -a "report" -d 'Say how much was called, what came of it, and how long it took'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand usage; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand config; and not __fish_seen_subcommand_from path list ls get set unset help" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand config; and not __fish_seen_subcommand_from path list ls get set unset help" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand config; and not __fish_seen_subcommand_from path list ls get set unset help" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand config; and not __fish_seen_subcommand_from path list ls get set unset help" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand config; and not __fish_seen_subcommand_from path list ls get set unset help" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand config; and not __fish_seen_subcommand_from path list ls get set unset help" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand config; and not __fish_seen_subcommand_from path list ls get set unset help" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand config; and not __fish_seen_subcommand_from path list ls get set unset help" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand config; and not __fish_seen_subcommand_from path list ls get set unset help" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand config; and not __fish_seen_subcommand_from path list ls get set unset help" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand config; and not __fish_seen_subcommand_from path list ls get set unset help" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand config; and not __fish_seen_subcommand_from path list ls get set unset help" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand config; and not __fish_seen_subcommand_from path list ls get set unset help" -f -a "path" -d 'Print where the settings file is'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand config; and not __fish_seen_subcommand_from path list ls get set unset help" -f -a "list" -d 'List all settings with their values'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand config; and not __fish_seen_subcommand_from path list ls get set unset help" -f -a "ls" -d 'List all settings with their values'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand config; and not __fish_seen_subcommand_from path list ls get set unset help" -f -a "get" -d 'Print one setting\'s value'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand config; and not __fish_seen_subcommand_from path list ls get set unset help" -f -a "set" -d 'Set one setting'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand config; and not __fish_seen_subcommand_from path list ls get set unset help" -f -a "unset" -d 'Remove one setting, so that its default applies'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand config; and not __fish_seen_subcommand_from path list ls get set unset help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand config; and __fish_seen_subcommand_from path" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand config; and __fish_seen_subcommand_from path" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand config; and __fish_seen_subcommand_from path" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand config; and __fish_seen_subcommand_from path" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand config; and __fish_seen_subcommand_from path" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand config; and __fish_seen_subcommand_from path" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand config; and __fish_seen_subcommand_from path" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand config; and __fish_seen_subcommand_from path" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand config; and __fish_seen_subcommand_from path" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand config; and __fish_seen_subcommand_from path" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand config; and __fish_seen_subcommand_from path" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand config; and __fish_seen_subcommand_from path" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand config; and __fish_seen_subcommand_from list" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand config; and __fish_seen_subcommand_from list" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand config; and __fish_seen_subcommand_from list" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand config; and __fish_seen_subcommand_from list" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand config; and __fish_seen_subcommand_from list" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand config; and __fish_seen_subcommand_from list" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand config; and __fish_seen_subcommand_from list" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand config; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand config; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand config; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand config; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand config; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand config; and __fish_seen_subcommand_from ls" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand config; and __fish_seen_subcommand_from ls" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand config; and __fish_seen_subcommand_from ls" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand config; and __fish_seen_subcommand_from ls" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand config; and __fish_seen_subcommand_from ls" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand config; and __fish_seen_subcommand_from ls" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand config; and __fish_seen_subcommand_from ls" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand config; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand config; and __fish_seen_subcommand_from ls" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand config; and __fish_seen_subcommand_from ls" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand config; and __fish_seen_subcommand_from ls" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand config; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand config; and __fish_seen_subcommand_from get" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand config; and __fish_seen_subcommand_from get" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand config; and __fish_seen_subcommand_from get" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand config; and __fish_seen_subcommand_from get" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand config; and __fish_seen_subcommand_from get" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand config; and __fish_seen_subcommand_from get" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand config; and __fish_seen_subcommand_from get" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand config; and __fish_seen_subcommand_from get" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand config; and __fish_seen_subcommand_from get" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand config; and __fish_seen_subcommand_from get" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand config; and __fish_seen_subcommand_from get" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand config; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand config; and __fish_seen_subcommand_from set" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand config; and __fish_seen_subcommand_from set" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand config; and __fish_seen_subcommand_from set" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand config; and __fish_seen_subcommand_from set" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand config; and __fish_seen_subcommand_from set" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand config; and __fish_seen_subcommand_from set" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand config; and __fish_seen_subcommand_from set" -l dry-run -d 'Do everything but keep the result'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand config; and __fish_seen_subcommand_from set" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand config; and __fish_seen_subcommand_from set" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand config; and __fish_seen_subcommand_from set" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand config; and __fish_seen_subcommand_from set" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand config; and __fish_seen_subcommand_from set" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand config; and __fish_seen_subcommand_from set" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand config; and __fish_seen_subcommand_from unset" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand config; and __fish_seen_subcommand_from unset" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand config; and __fish_seen_subcommand_from unset" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand config; and __fish_seen_subcommand_from unset" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand config; and __fish_seen_subcommand_from unset" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand config; and __fish_seen_subcommand_from unset" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand config; and __fish_seen_subcommand_from unset" -l dry-run -d 'Do everything but keep the result'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand config; and __fish_seen_subcommand_from unset" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand config; and __fish_seen_subcommand_from unset" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand config; and __fish_seen_subcommand_from unset" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand config; and __fish_seen_subcommand_from unset" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand config; and __fish_seen_subcommand_from unset" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand config; and __fish_seen_subcommand_from unset" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand config; and __fish_seen_subcommand_from help" -f -a "path" -d 'Print where the settings file is'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand config; and __fish_seen_subcommand_from help" -f -a "list" -d 'List all settings with their values'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand config; and __fish_seen_subcommand_from help" -f -a "get" -d 'Print one setting\'s value'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand config; and __fish_seen_subcommand_from help" -f -a "set" -d 'Set one setting'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand config; and __fish_seen_subcommand_from help" -f -a "unset" -d 'Remove one setting, so that its default applies'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand config; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand completions" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand completions" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand completions" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand completions" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand completions" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand completions" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand completions" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand completions" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand completions" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand completions" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand completions" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand completions" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand man" -l data-dir -d 'Where the store is kept' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand man" -l config -d 'The settings file' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand man" -l token-file -d 'Act with the token in this file, which only you can read' -r -F
complete -c mcpgw -n "__fish_mcpgw_using_subcommand man" -l format -d 'How to print: table, json, jsonl or plain' -r -f -a "table\t'For people'
json\t'One JSON value'
jsonl\t'One JSON value a line for each element of a list'
plain\t'Tab-separated, without headings or colours'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand man" -l field -d 'Print one value of the JSON alone: member names and indexes, joined by dots' -r
complete -c mcpgw -n "__fish_mcpgw_using_subcommand man" -l color -d 'When to use colours: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c mcpgw -n "__fish_mcpgw_using_subcommand man" -l json -d 'Print JSON: short for --format json'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand man" -s q -l quiet -d 'Say nothing but results and errors'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand man" -s v -l verbose -d 'Log to stderr what is done (twice: more)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand man" -l no-input -d 'Never ask anything'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand man" -s y -l yes -d 'Answer yes to every question'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand man" -s h -l help -d 'Print help'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and not __fish_seen_subcommand_from stdio try status tui explain login logout whoami user server session tool prompt resource secret team role token profile key vault audit usage config completions man help" -f -a "stdio" -d 'Serve all enabled servers as one, on stdin and stdout: what an MCP client spawns'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and not __fish_seen_subcommand_from stdio try status tui explain login logout whoami user server session tool prompt resource secret team role token profile key vault audit usage config completions man help" -f -a "try" -d 'Show mcpgw at work: servers behind one `mcpgw stdio`, in a temporary directory'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and not __fish_seen_subcommand_from stdio try status tui explain login logout whoami user server session tool prompt resource secret team role token profile key vault audit usage config completions man help" -f -a "status" -d 'Show where things are, and how servers and sessions are doing'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and not __fish_seen_subcommand_from stdio try status tui explain login logout whoami user server session tool prompt resource secret team role token profile key vault audit usage config completions man help" -f -a "tui" -d 'Look after servers, sessions, tokens and people on the whole screen'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and not __fish_seen_subcommand_from stdio try status tui explain login logout whoami user server session tool prompt resource secret team role token profile key vault audit usage config completions man help" -f -a "explain" -d 'Show whether somebody may see, use and change a server or a tool, and why'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and not __fish_seen_subcommand_from stdio try status tui explain login logout whoami user server session tool prompt resource secret team role token profile key vault audit usage config completions man help" -f -a "login" -d 'Log in with email and password'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and not __fish_seen_subcommand_from stdio try status tui explain login logout whoami user server session tool prompt resource secret team role token profile key vault audit usage config completions man help" -f -a "logout" -d 'End your login on this machine'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and not __fish_seen_subcommand_from stdio try status tui explain login logout whoami user server session tool prompt resource secret team role token profile key vault audit usage config completions man help" -f -a "whoami" -d 'Show as whom you act here'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and not __fish_seen_subcommand_from stdio try status tui explain login logout whoami user server session tool prompt resource secret team role token profile key vault audit usage config completions man help" -f -a "user" -d 'Who may use this store: create, list, show, edit, passwd, quota and more'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and not __fish_seen_subcommand_from stdio try status tui explain login logout whoami user server session tool prompt resource secret team role token profile key vault audit usage config completions man help" -f -a "server" -d 'Servers behind mcpgw: add, list, show, edit, test, logs and more'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and not __fish_seen_subcommand_from stdio try status tui explain login logout whoami user server session tool prompt resource secret team role token profile key vault audit usage config completions man help" -f -a "session" -d 'Clients that are served now: list, show, kill'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and not __fish_seen_subcommand_from stdio try status tui explain login logout whoami user server session tool prompt resource secret team role token profile key vault audit usage config completions man help" -f -a "tool" -d 'Tools of all servers: list, show, call, edit, disable, enable'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and not __fish_seen_subcommand_from stdio try status tui explain login logout whoami user server session tool prompt resource secret team role token profile key vault audit usage config completions man help" -f -a "prompt" -d 'Prompts of all servers: list, get, edit, disable, enable'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and not __fish_seen_subcommand_from stdio try status tui explain login logout whoami user server session tool prompt resource secret team role token profile key vault audit usage config completions man help" -f -a "resource" -d 'Resources of all servers: list, read, edit, disable, enable'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and not __fish_seen_subcommand_from stdio try status tui explain login logout whoami user server session tool prompt resource secret team role token profile key vault audit usage config completions man help" -f -a "secret" -d 'Secrets under names: set, list, grant, remove, rotate-key'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and not __fish_seen_subcommand_from stdio try status tui explain login logout whoami user server session tool prompt resource secret team role token profile key vault audit usage config completions man help" -f -a "team" -d 'People who share servers: create, list, show, edit, member, invite and more'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and not __fish_seen_subcommand_from stdio try status tui explain login logout whoami user server session tool prompt resource secret team role token profile key vault audit usage config completions man help" -f -a "role" -d 'Named sets of permissions: list, show, create, edit, delete, grant, revoke'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and not __fish_seen_subcommand_from stdio try status tui explain login logout whoami user server session tool prompt resource secret team role token profile key vault audit usage config completions man help" -f -a "token" -d 'Credentials that can do exactly what they must: create, list, show, edit, rotate, revoke, usage, verify'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and not __fish_seen_subcommand_from stdio try status tui explain login logout whoami user server session tool prompt resource secret team role token profile key vault audit usage config completions man help" -f -a "profile" -d 'Clients of this machine, and the tokens that they have: create, list, remove'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and not __fish_seen_subcommand_from stdio try status tui explain login logout whoami user server session tool prompt resource secret team role token profile key vault audit usage config completions man help" -f -a "key" -d 'Keys that sign tokens: list, rotate, import, export'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and not __fish_seen_subcommand_from stdio try status tui explain login logout whoami user server session tool prompt resource secret team role token profile key vault audit usage config completions man help" -f -a "vault" -d 'Where the key to sealed values is kept: status, move'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and not __fish_seen_subcommand_from stdio try status tui explain login logout whoami user server session tool prompt resource secret team role token profile key vault audit usage config completions man help" -f -a "audit" -d 'Who did what, and whether anybody changed that since: list, show, export, head, verify'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and not __fish_seen_subcommand_from stdio try status tui explain login logout whoami user server session tool prompt resource secret team role token profile key vault audit usage config completions man help" -f -a "usage" -d 'Who used what, and what came of it: report'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and not __fish_seen_subcommand_from stdio try status tui explain login logout whoami user server session tool prompt resource secret team role token profile key vault audit usage config completions man help" -f -a "config" -d 'Settings: list, get, set, unset, path'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and not __fish_seen_subcommand_from stdio try status tui explain login logout whoami user server session tool prompt resource secret team role token profile key vault audit usage config completions man help" -f -a "completions" -d 'Print a shell\'s completion script'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and not __fish_seen_subcommand_from stdio try status tui explain login logout whoami user server session tool prompt resource secret team role token profile key vault audit usage config completions man help" -f -a "man" -d 'Print a page of the manual'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and not __fish_seen_subcommand_from stdio try status tui explain login logout whoami user server session tool prompt resource secret team role token profile key vault audit usage config completions man help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and __fish_seen_subcommand_from user" -f -a "create" -d 'Create a user'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and __fish_seen_subcommand_from user" -f -a "list" -d 'List users'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and __fish_seen_subcommand_from user" -f -a "show" -d 'Show a user'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and __fish_seen_subcommand_from user" -f -a "edit" -d 'Change a user\'s email, name or role'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and __fish_seen_subcommand_from user" -f -a "quota" -d 'Show or limit how many calls a user makes'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and __fish_seen_subcommand_from user" -f -a "disable" -d 'Let a user act no more, and end their logins'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and __fish_seen_subcommand_from user" -f -a "enable" -d 'Let a user act again who was disabled'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and __fish_seen_subcommand_from user" -f -a "approve" -d 'Let a user act who was created as pending'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and __fish_seen_subcommand_from user" -f -a "unlock" -d 'Let a user log in again who had too many wrong passwords'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and __fish_seen_subcommand_from user" -f -a "delete" -d 'Delete a user with what only they could see'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and __fish_seen_subcommand_from user" -f -a "passwd" -d 'Choose another password'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and __fish_seen_subcommand_from user" -f -a "recover" -d 'Unlock an admin when no admin can: for whoever owns the store and opens its vault'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and __fish_seen_subcommand_from server" -f -a "add" -d 'Add a server: start it once, show what it offers, and keep both'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and __fish_seen_subcommand_from server" -f -a "add-json" -d 'Add a server from the JSON of a client\'s configuration'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and __fish_seen_subcommand_from server" -f -a "list" -d 'List servers'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and __fish_seen_subcommand_from server" -f -a "show" -d 'Show one server and what it offers'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and __fish_seen_subcommand_from server" -f -a "edit" -d 'Change a server; what is not named stays'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and __fish_seen_subcommand_from server" -f -a "test" -d 'Start a server alone, and show each step'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and __fish_seen_subcommand_from server" -f -a "logs" -d 'Show what a server said on stderr, and what became of it'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and __fish_seen_subcommand_from server" -f -a "enable" -d 'Let sessions use a server again'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and __fish_seen_subcommand_from server" -f -a "disable" -d 'Keep a server, but let no session use it'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and __fish_seen_subcommand_from server" -f -a "restart" -d 'Run a server anew in every session that has it'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and __fish_seen_subcommand_from server" -f -a "remove" -d 'Remove a server and all that is kept about it'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and __fish_seen_subcommand_from session" -f -a "list" -d 'List the clients that are served now'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and __fish_seen_subcommand_from session" -f -a "show" -d 'Show one of them and how its servers are'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and __fish_seen_subcommand_from session" -f -a "kill" -d 'End a session, with its servers'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and __fish_seen_subcommand_from tool" -f -a "list" -d 'List tools as clients see them'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and __fish_seen_subcommand_from tool" -f -a "show" -d 'Show one tool with its arguments'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and __fish_seen_subcommand_from tool" -f -a "call" -d 'Call a tool'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and __fish_seen_subcommand_from tool" -f -a "enable" -d 'Let clients use a tool again'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and __fish_seen_subcommand_from tool" -f -a "disable" -d 'Keep a tool from all clients: it is neither listed nor called'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and __fish_seen_subcommand_from tool" -f -a "edit" -d 'Change who may see and use a tool'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and __fish_seen_subcommand_from prompt" -f -a "list" -d 'List prompts as clients see them'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and __fish_seen_subcommand_from prompt" -f -a "get" -d 'Fill in a prompt and print its messages'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and __fish_seen_subcommand_from prompt" -f -a "enable" -d 'Let clients use a prompt again'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and __fish_seen_subcommand_from prompt" -f -a "disable" -d 'Keep a prompt from all clients: it is neither listed nor got'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and __fish_seen_subcommand_from prompt" -f -a "edit" -d 'Change who may see and use a prompt'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and __fish_seen_subcommand_from resource" -f -a "list" -d 'List resources and templates as clients see them'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and __fish_seen_subcommand_from resource" -f -a "read" -d 'Print a resource\'s contents'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and __fish_seen_subcommand_from resource" -f -a "enable" -d 'Let clients use a resource again'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and __fish_seen_subcommand_from resource" -f -a "disable" -d 'Keep a resource from all clients: it is neither listed nor read'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and __fish_seen_subcommand_from resource" -f -a "edit" -d 'Change who may see and use a resource'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and __fish_seen_subcommand_from secret" -f -a "set" -d 'Make a secret, or give it another value'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and __fish_seen_subcommand_from secret" -f -a "list" -d 'List secrets, and never their values'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and __fish_seen_subcommand_from secret" -f -a "grant" -d 'Let a server have your secret for `secret://me/NAME`'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and __fish_seen_subcommand_from secret" -f -a "remove" -d 'Remove a secret'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and __fish_seen_subcommand_from secret" -f -a "rotate-key" -d 'Seal everything anew under a new key'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and __fish_seen_subcommand_from team" -f -a "create" -d 'Make a team, which is yours'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and __fish_seen_subcommand_from team" -f -a "list" -d 'List the teams that you are in, or may find'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and __fish_seen_subcommand_from team" -f -a "show" -d 'Show a team'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and __fish_seen_subcommand_from team" -f -a "edit" -d 'Change a team'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and __fish_seen_subcommand_from team" -f -a "delete" -d 'Delete a team'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and __fish_seen_subcommand_from team" -f -a "suspend" -d 'Stop serving all that a team has'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and __fish_seen_subcommand_from team" -f -a "resume" -d 'Serve what a team has again'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and __fish_seen_subcommand_from team" -f -a "quota" -d 'Show or set what a team may have and do'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and __fish_seen_subcommand_from team" -f -a "member" -d 'Who is in a team: add, remove, list, set-role'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and __fish_seen_subcommand_from team" -f -a "domain" -d 'The addresses of a team\'s people: add, list, remove'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and __fish_seen_subcommand_from team" -f -a "invite" -d 'Let people into a team with a code: create, list, revoke, accept'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and __fish_seen_subcommand_from team" -f -a "join" -d 'Let people in who ask: request, list, approve, reject, cancel'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and __fish_seen_subcommand_from role" -f -a "list" -d 'List roles and what they allow'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and __fish_seen_subcommand_from role" -f -a "show" -d 'Show what a role allows'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and __fish_seen_subcommand_from role" -f -a "create" -d 'Make a role'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and __fish_seen_subcommand_from role" -f -a "edit" -d 'Change what a role allows'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and __fish_seen_subcommand_from role" -f -a "grant" -d 'Give somebody a role, in a team or everywhere'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and __fish_seen_subcommand_from role" -f -a "revoke" -d 'Take a role from somebody'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and __fish_seen_subcommand_from role" -f -a "delete" -d 'Delete a role that nobody has'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and __fish_seen_subcommand_from token" -f -a "create" -d 'Make a token, and show it this once'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and __fish_seen_subcommand_from token" -f -a "list" -d 'List tokens'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and __fish_seen_subcommand_from token" -f -a "show" -d 'Show what a token is for'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and __fish_seen_subcommand_from token" -f -a "edit" -d 'Change what a token is for, also while it is used'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and __fish_seen_subcommand_from token" -f -a "rotate" -d 'Replace a token by another one for the same'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and __fish_seen_subcommand_from token" -f -a "revoke" -d 'Have a token, or all of a user, stop working now'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and __fish_seen_subcommand_from token" -f -a "usage" -d 'Say what was called with a token, and what came of it'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and __fish_seen_subcommand_from token" -f -a "verify" -d 'Say whether a token is valid, and what it is for'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and __fish_seen_subcommand_from profile" -f -a "create" -d 'Make a profile for a client, with a token of its own'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and __fish_seen_subcommand_from profile" -f -a "list" -d 'List profiles'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and __fish_seen_subcommand_from profile" -f -a "remove" -d 'Remove a profile, and revoke its token'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and __fish_seen_subcommand_from key" -f -a "list" -d 'List the keys that sign tokens, or have signed some'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and __fish_seen_subcommand_from key" -f -a "rotate" -d 'Sign with a new key from now on'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and __fish_seen_subcommand_from key" -f -a "import" -d 'Sign with a key of your own from now on'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and __fish_seen_subcommand_from key" -f -a "export" -d 'Print the public halves as a JWK set, or give a key away'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and __fish_seen_subcommand_from vault" -f -a "status" -d 'Say who keeps the vault\'s key, and whether it opens'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and __fish_seen_subcommand_from vault" -f -a "move" -d 'Give the vault\'s key to another keeper'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and __fish_seen_subcommand_from audit" -f -a "list" -d 'List what was done last'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and __fish_seen_subcommand_from audit" -f -a "show" -d 'Show one row with all that is known of it'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and __fish_seen_subcommand_from audit" -f -a "export" -d 'Write all rows as lines of JSON'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and __fish_seen_subcommand_from audit" -f -a "head" -d 'Print the last row\'s number and hash, signed: keep it elsewhere, and rows up to it can\'t be changed unseen'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and __fish_seen_subcommand_from audit" -f -a "verify" -d 'Check that nobody changed, removed or reordered rows'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and __fish_seen_subcommand_from usage" -f -a "report" -d 'Say how much was called, what came of it, and how long it took'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and __fish_seen_subcommand_from config" -f -a "path" -d 'Print where the settings file is'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and __fish_seen_subcommand_from config" -f -a "list" -d 'List all settings with their values'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and __fish_seen_subcommand_from config" -f -a "get" -d 'Print one setting\'s value'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and __fish_seen_subcommand_from config" -f -a "set" -d 'Set one setting'
complete -c mcpgw -n "__fish_mcpgw_using_subcommand help; and __fish_seen_subcommand_from config" -f -a "unset" -d 'Remove one setting, so that its default applies'
