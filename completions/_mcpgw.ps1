
using namespace System.Management.Automation
using namespace System.Management.Automation.Language

Register-ArgumentCompleter -Native -CommandName 'mcpgw' -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)

    $commandElements = $commandAst.CommandElements
    $command = @(
        'mcpgw'
        for ($i = 1; $i -lt $commandElements.Count; $i++) {
            $element = $commandElements[$i]
            if ($element -isnot [StringConstantExpressionAst] -or
                $element.StringConstantType -ne [StringConstantType]::BareWord -or
                $element.Value.StartsWith('-') -or
                $element.Value -eq $wordToComplete) {
                break
        }
        $element.Value
    }) -join ';'

    $completions = @(switch ($command) {
        'mcpgw' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('stdio', 'stdio', [CompletionResultType]::ParameterValue, 'Serve all enabled servers as one, on stdin and stdout: what an MCP client spawns')
            [CompletionResult]::new('try', 'try', [CompletionResultType]::ParameterValue, 'Show mcpgw at work: servers behind one `mcpgw stdio`, in a temporary directory')
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'Show where things are, and how servers and sessions are doing')
            [CompletionResult]::new('tui', 'tui', [CompletionResultType]::ParameterValue, 'Look after servers, sessions, tokens and people on the whole screen')
            [CompletionResult]::new('explain', 'explain', [CompletionResultType]::ParameterValue, 'Show whether somebody may see, use and change a server or a tool, and why')
            [CompletionResult]::new('login', 'login', [CompletionResultType]::ParameterValue, 'Log in with email and password')
            [CompletionResult]::new('logout', 'logout', [CompletionResultType]::ParameterValue, 'End your login on this machine')
            [CompletionResult]::new('whoami', 'whoami', [CompletionResultType]::ParameterValue, 'Show as whom you act here')
            [CompletionResult]::new('user', 'user', [CompletionResultType]::ParameterValue, 'Who may use this store: create, list, show, edit, passwd, quota and more')
            [CompletionResult]::new('server', 'server', [CompletionResultType]::ParameterValue, 'Servers behind mcpgw: add, list, show, edit, test, logs and more')
            [CompletionResult]::new('session', 'session', [CompletionResultType]::ParameterValue, 'Clients that are served now: list, show, kill')
            [CompletionResult]::new('tool', 'tool', [CompletionResultType]::ParameterValue, 'Tools of all servers: list, show, call, edit, disable, enable')
            [CompletionResult]::new('prompt', 'prompt', [CompletionResultType]::ParameterValue, 'Prompts of all servers: list, get, edit, disable, enable')
            [CompletionResult]::new('resource', 'resource', [CompletionResultType]::ParameterValue, 'Resources of all servers: list, read, edit, disable, enable')
            [CompletionResult]::new('secret', 'secret', [CompletionResultType]::ParameterValue, 'Secrets under names: set, list, grant, remove, rotate-key')
            [CompletionResult]::new('team', 'team', [CompletionResultType]::ParameterValue, 'People who share servers: create, list, show, edit, member, invite and more')
            [CompletionResult]::new('role', 'role', [CompletionResultType]::ParameterValue, 'Named sets of permissions: list, show, create, edit, delete, grant, revoke')
            [CompletionResult]::new('token', 'token', [CompletionResultType]::ParameterValue, 'Credentials that can do exactly what they must: create, list, show, edit, rotate, revoke, usage, verify')
            [CompletionResult]::new('profile', 'profile', [CompletionResultType]::ParameterValue, 'Clients of this machine, and the tokens that they have: create, list, remove')
            [CompletionResult]::new('key', 'key', [CompletionResultType]::ParameterValue, 'Keys that sign tokens: list, rotate, import, export')
            [CompletionResult]::new('vault', 'vault', [CompletionResultType]::ParameterValue, 'Where the key to sealed values is kept: status, move')
            [CompletionResult]::new('audit', 'audit', [CompletionResultType]::ParameterValue, 'Who did what, and whether anybody changed that since: list, show, export, head, verify')
            [CompletionResult]::new('usage', 'usage', [CompletionResultType]::ParameterValue, 'Who used what, and what came of it: report')
            [CompletionResult]::new('config', 'config', [CompletionResultType]::ParameterValue, 'Settings: list, get, set, unset, path')
            [CompletionResult]::new('completions', 'completions', [CompletionResultType]::ParameterValue, 'Print a shell''s completion script')
            [CompletionResult]::new('man', 'man', [CompletionResultType]::ParameterValue, 'Print a page of the manual')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'mcpgw;stdio' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Act with the token of this profile; see `mcpgw profile create`')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'mcpgw;try' {
            [CompletionResult]::new('--call', '--call', [CompletionResultType]::ParameterName, 'The tool to call, by the server''s own name for it')
            [CompletionResult]::new('--arguments', '--arguments', [CompletionResultType]::ParameterName, 'The arguments of that call, as a JSON object')
            [CompletionResult]::new('--start-timeout', '--start-timeout', [CompletionResultType]::ParameterName, 'How long a server may take to start (1m by default)')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'mcpgw;status' {
            [CompletionResult]::new('--interval', '--interval', [CompletionResultType]::ParameterName, 'How often to look')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('-w', '-w', [CompletionResultType]::ParameterName, 'Keep showing it')
            [CompletionResult]::new('--watch', '--watch', [CompletionResultType]::ParameterName, 'Keep showing it')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'mcpgw;tui' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'mcpgw;explain' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;login' {
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'Who you are')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--password-stdin', '--password-stdin', [CompletionResultType]::ParameterName, 'Read the password from stdin')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'mcpgw;logout' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'End all your logins, also those of other directories and machines that use this store')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;whoami' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;user' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('create', 'create', [CompletionResultType]::ParameterValue, 'Create a user')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List users')
            [CompletionResult]::new('ls', 'ls', [CompletionResultType]::ParameterValue, 'List users')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show a user')
            [CompletionResult]::new('get', 'get', [CompletionResultType]::ParameterValue, 'Show a user')
            [CompletionResult]::new('edit', 'edit', [CompletionResultType]::ParameterValue, 'Change a user''s email, name or role')
            [CompletionResult]::new('quota', 'quota', [CompletionResultType]::ParameterValue, 'Show or limit how many calls a user makes')
            [CompletionResult]::new('disable', 'disable', [CompletionResultType]::ParameterValue, 'Let a user act no more, and end their logins')
            [CompletionResult]::new('enable', 'enable', [CompletionResultType]::ParameterValue, 'Let a user act again who was disabled')
            [CompletionResult]::new('approve', 'approve', [CompletionResultType]::ParameterValue, 'Let a user act who was created as pending')
            [CompletionResult]::new('unlock', 'unlock', [CompletionResultType]::ParameterValue, 'Let a user log in again who had too many wrong passwords')
            [CompletionResult]::new('delete', 'delete', [CompletionResultType]::ParameterValue, 'Delete a user with what only they could see')
            [CompletionResult]::new('rm', 'rm', [CompletionResultType]::ParameterValue, 'Delete a user with what only they could see')
            [CompletionResult]::new('passwd', 'passwd', [CompletionResultType]::ParameterValue, 'Choose another password')
            [CompletionResult]::new('recover', 'recover', [CompletionResultType]::ParameterValue, 'Unlock an admin when no admin can: for whoever owns the store and opens its vault')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'mcpgw;user;create' {
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'Their name')
            [CompletionResult]::new('--global-role', '--global-role', [CompletionResultType]::ParameterName, 'Give them a role that holds everywhere: `platform_viewer`, `platform_admin`, or one that was made here')
            [CompletionResult]::new('--team', '--team', [CompletionResultType]::ParameterName, 'The team that the service user belongs to')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--admin', '--admin', [CompletionResultType]::ParameterName, 'Make them a platform admin')
            [CompletionResult]::new('--password-stdin', '--password-stdin', [CompletionResultType]::ParameterName, 'Read the password from stdin')
            [CompletionResult]::new('--no-password', '--no-password', [CompletionResultType]::ParameterName, 'Give them no password: they can''t log in before they have one')
            [CompletionResult]::new('--pending', '--pending', [CompletionResultType]::ParameterName, 'Let them act only after somebody approves them')
            [CompletionResult]::new('--service', '--service', [CompletionResultType]::ParameterName, 'Make a service user, which never logs in and belongs to a team')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Do everything but keep the result')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;user;list' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;user;ls' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;user;show' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;user;get' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;user;edit' {
            [CompletionResult]::new('--email', '--email', [CompletionResultType]::ParameterName, 'What they log in with from now on')
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'Their name')
            [CompletionResult]::new('--global-role', '--global-role', [CompletionResultType]::ParameterName, 'Give them this role everywhere, and no other: `platform_viewer`, `platform_admin`, or one that was made here')
            [CompletionResult]::new('--attribute', '--attribute', [CompletionResultType]::ParameterName, 'Note something about them')
            [CompletionResult]::new('--no-attribute', '--no-attribute', [CompletionResultType]::ParameterName, 'Note that no more')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--admin', '--admin', [CompletionResultType]::ParameterName, 'Make them a platform admin')
            [CompletionResult]::new('--no-role', '--no-role', [CompletionResultType]::ParameterName, 'Take their roles that hold everywhere')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Do everything but keep the result')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;user;quota' {
            [CompletionResult]::new('--per-minute', '--per-minute', [CompletionResultType]::ParameterName, 'How many calls may be made in a minute; `none`: as many as one likes')
            [CompletionResult]::new('--per-hour', '--per-hour', [CompletionResultType]::ParameterName, 'How many calls may be made in an hour')
            [CompletionResult]::new('--per-day', '--per-day', [CompletionResultType]::ParameterName, 'How many calls may be made in a day')
            [CompletionResult]::new('--max-concurrent', '--max-concurrent', [CompletionResultType]::ParameterName, 'How many calls may run at the same time; one that is cancelled is one of them until its server is done, for a minute at most, and one that becomes a task until it is accepted')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Do everything but keep the result')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;user;disable' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Do everything but keep the result')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;user;enable' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Do everything but keep the result')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;user;approve' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Do everything but keep the result')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;user;unlock' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Do everything but keep the result')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;user;delete' {
            [CompletionResult]::new('--transfer-to', '--transfer-to', [CompletionResultType]::ParameterName, 'Who gets what only they could see')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Do everything but keep the result')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;user;rm' {
            [CompletionResult]::new('--transfer-to', '--transfer-to', [CompletionResultType]::ParameterName, 'Who gets what only they could see')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Do everything but keep the result')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;user;passwd' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--password-stdin', '--password-stdin', [CompletionResultType]::ParameterName, 'Read the password from stdin, after the present one where that is asked for')
            [CompletionResult]::new('--expire', '--expire', [CompletionResultType]::ParameterName, 'Have them choose another one at their next login; without --password-stdin, keep the present one until then')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Do everything but keep the result')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;user;recover' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Do everything but keep the result')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;user;help' {
            [CompletionResult]::new('create', 'create', [CompletionResultType]::ParameterValue, 'Create a user')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List users')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show a user')
            [CompletionResult]::new('edit', 'edit', [CompletionResultType]::ParameterValue, 'Change a user''s email, name or role')
            [CompletionResult]::new('quota', 'quota', [CompletionResultType]::ParameterValue, 'Show or limit how many calls a user makes')
            [CompletionResult]::new('disable', 'disable', [CompletionResultType]::ParameterValue, 'Let a user act no more, and end their logins')
            [CompletionResult]::new('enable', 'enable', [CompletionResultType]::ParameterValue, 'Let a user act again who was disabled')
            [CompletionResult]::new('approve', 'approve', [CompletionResultType]::ParameterValue, 'Let a user act who was created as pending')
            [CompletionResult]::new('unlock', 'unlock', [CompletionResultType]::ParameterValue, 'Let a user log in again who had too many wrong passwords')
            [CompletionResult]::new('delete', 'delete', [CompletionResultType]::ParameterValue, 'Delete a user with what only they could see')
            [CompletionResult]::new('passwd', 'passwd', [CompletionResultType]::ParameterValue, 'Choose another password')
            [CompletionResult]::new('recover', 'recover', [CompletionResultType]::ParameterValue, 'Unlock an admin when no admin can: for whoever owns the store and opens its vault')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'mcpgw;user;help;create' {
            break
        }
        'mcpgw;user;help;list' {
            break
        }
        'mcpgw;user;help;show' {
            break
        }
        'mcpgw;user;help;edit' {
            break
        }
        'mcpgw;user;help;quota' {
            break
        }
        'mcpgw;user;help;disable' {
            break
        }
        'mcpgw;user;help;enable' {
            break
        }
        'mcpgw;user;help;approve' {
            break
        }
        'mcpgw;user;help;unlock' {
            break
        }
        'mcpgw;user;help;delete' {
            break
        }
        'mcpgw;user;help;passwd' {
            break
        }
        'mcpgw;user;help;recover' {
            break
        }
        'mcpgw;user;help;help' {
            break
        }
        'mcpgw;server' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Add a server: start it once, show what it offers, and keep both')
            [CompletionResult]::new('add-json', 'add-json', [CompletionResultType]::ParameterValue, 'Add a server from the JSON of a client''s configuration')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List servers')
            [CompletionResult]::new('ls', 'ls', [CompletionResultType]::ParameterValue, 'List servers')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show one server and what it offers')
            [CompletionResult]::new('get', 'get', [CompletionResultType]::ParameterValue, 'Show one server and what it offers')
            [CompletionResult]::new('edit', 'edit', [CompletionResultType]::ParameterValue, 'Change a server; what is not named stays')
            [CompletionResult]::new('test', 'test', [CompletionResultType]::ParameterValue, 'Start a server alone, and show each step')
            [CompletionResult]::new('logs', 'logs', [CompletionResultType]::ParameterValue, 'Show what a server said on stderr, and what became of it')
            [CompletionResult]::new('enable', 'enable', [CompletionResultType]::ParameterValue, 'Let sessions use a server again')
            [CompletionResult]::new('disable', 'disable', [CompletionResultType]::ParameterValue, 'Keep a server, but let no session use it')
            [CompletionResult]::new('restart', 'restart', [CompletionResultType]::ParameterValue, 'Run a server anew in every session that has it')
            [CompletionResult]::new('remove', 'remove', [CompletionResultType]::ParameterValue, 'Remove a server and all that is kept about it')
            [CompletionResult]::new('rm', 'rm', [CompletionResultType]::ParameterValue, 'Remove a server and all that is kept about it')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'mcpgw;server;add' {
            [CompletionResult]::new('--url', '--url', [CompletionResultType]::ParameterName, 'The URL of a remote server, in place of a command; in its path and query, `secret://SECRET` is the secret of that name')
            [CompletionResult]::new('--transport', '--transport', [CompletionResultType]::ParameterName, 'What the remote server speaks (http by default, which finds out when it is sse)')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'A header of every request to the URL; NAME alone asks for its value, which is how secrets are typed; in VALUE, `secret://SECRET` is the secret of that name (see mcpgw secret set)')
            [CompletionResult]::new('--header', '--header', [CompletionResultType]::ParameterName, 'A header of every request to the URL; NAME alone asks for its value, which is how secrets are typed; in VALUE, `secret://SECRET` is the secret of that name (see mcpgw secret set)')
            [CompletionResult]::new('--header-file', '--header-file', [CompletionResultType]::ParameterName, 'A file of `NAME: VALUE` lines, or - for stdin; when it names secrets, only you may be able to read it')
            [CompletionResult]::new('-e', '-e', [CompletionResultType]::ParameterName, 'A variable for the server; NAME alone asks for its value, which is how secrets are typed; a VALUE of `secret://SECRET` is the secret of that name (see mcpgw secret set)')
            [CompletionResult]::new('--env', '--env', [CompletionResultType]::ParameterName, 'A variable for the server; NAME alone asks for its value, which is how secrets are typed; a VALUE of `secret://SECRET` is the secret of that name (see mcpgw secret set)')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'A file of NAME=VALUE lines, as .env files are, or - for stdin; when it names secrets, only you may be able to read it')
            [CompletionResult]::new('--cwd', '--cwd', [CompletionResultType]::ParameterName, 'The directory it starts in')
            [CompletionResult]::new('--alias', '--alias', [CompletionResultType]::ParameterName, 'The prefix of its tools'' and prompts'' names (from the server''s name by default)')
            [CompletionResult]::new('--start-timeout', '--start-timeout', [CompletionResultType]::ParameterName, 'How long it may take to start (1m by default)')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'How long one call may take without progress (no limit by default)')
            [CompletionResult]::new('--visibility', '--visibility', [CompletionResultType]::ParameterName, 'Who may see and use it (private by default)')
            [CompletionResult]::new('--team', '--team', [CompletionResultType]::ParameterName, 'The team that it belongs to; alone it means --visibility team')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--env-stdin', '--env-stdin', [CompletionResultType]::ParameterName, 'Read NAME=VALUE lines from stdin, as --env-file - does')
            [CompletionResult]::new('--no-prefix', '--no-prefix', [CompletionResultType]::ParameterName, 'Use its names as they are, without a prefix')
            [CompletionResult]::new('--eager', '--eager', [CompletionResultType]::ParameterName, 'Start it with every session, rather than when it is first needed')
            [CompletionResult]::new('--no-check', '--no-check', [CompletionResultType]::ParameterName, 'Keep it without starting it first')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Do everything but keep the result')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'mcpgw;server;add-json' {
            [CompletionResult]::new('--alias', '--alias', [CompletionResultType]::ParameterName, 'The prefix of its tools'' and prompts'' names (from the server''s name by default)')
            [CompletionResult]::new('--start-timeout', '--start-timeout', [CompletionResultType]::ParameterName, 'How long it may take to start (1m by default)')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'How long one call may take without progress (no limit by default)')
            [CompletionResult]::new('--visibility', '--visibility', [CompletionResultType]::ParameterName, 'Who may see and use it (private by default)')
            [CompletionResult]::new('--team', '--team', [CompletionResultType]::ParameterName, 'The team that it belongs to; alone it means --visibility team')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--no-prefix', '--no-prefix', [CompletionResultType]::ParameterName, 'Use its names as they are, without a prefix')
            [CompletionResult]::new('--eager', '--eager', [CompletionResultType]::ParameterName, 'Start it with every session, rather than when it is first needed')
            [CompletionResult]::new('--no-check', '--no-check', [CompletionResultType]::ParameterName, 'Keep it without starting it first')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Do everything but keep the result')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'mcpgw;server;list' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;server;ls' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;server;show' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;server;get' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;server;edit' {
            [CompletionResult]::new('--rename', '--rename', [CompletionResultType]::ParameterName, 'Another name; its alias stays')
            [CompletionResult]::new('--url', '--url', [CompletionResultType]::ParameterName, 'Another URL; in its path and query, `secret://SECRET` is the secret of that name')
            [CompletionResult]::new('--transport', '--transport', [CompletionResultType]::ParameterName, 'What the remote server speaks')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'A header of every request to the URL; NAME alone asks for its value, which is how secrets are typed; in VALUE, `secret://SECRET` is the secret of that name (see mcpgw secret set)')
            [CompletionResult]::new('--header', '--header', [CompletionResultType]::ParameterName, 'A header of every request to the URL; NAME alone asks for its value, which is how secrets are typed; in VALUE, `secret://SECRET` is the secret of that name (see mcpgw secret set)')
            [CompletionResult]::new('--header-file', '--header-file', [CompletionResultType]::ParameterName, 'A file of `NAME: VALUE` lines, or - for stdin; when it names secrets, only you may be able to read it')
            [CompletionResult]::new('--unset-header', '--unset-header', [CompletionResultType]::ParameterName, 'Drop a header')
            [CompletionResult]::new('-e', '-e', [CompletionResultType]::ParameterName, 'A variable for the server; NAME alone asks for its value, which is how secrets are typed; a VALUE of `secret://SECRET` is the secret of that name (see mcpgw secret set)')
            [CompletionResult]::new('--env', '--env', [CompletionResultType]::ParameterName, 'A variable for the server; NAME alone asks for its value, which is how secrets are typed; a VALUE of `secret://SECRET` is the secret of that name (see mcpgw secret set)')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'A file of NAME=VALUE lines, as .env files are, or - for stdin; when it names secrets, only you may be able to read it')
            [CompletionResult]::new('--owner', '--owner', [CompletionResultType]::ParameterName, 'Who owns it from now on: somebody in its team')
            [CompletionResult]::new('--unset-env', '--unset-env', [CompletionResultType]::ParameterName, 'Drop a variable')
            [CompletionResult]::new('--cwd', '--cwd', [CompletionResultType]::ParameterName, 'The directory it starts in')
            [CompletionResult]::new('--alias', '--alias', [CompletionResultType]::ParameterName, 'The prefix of its tools'' and prompts'' names (from the server''s name by default)')
            [CompletionResult]::new('--start-timeout', '--start-timeout', [CompletionResultType]::ParameterName, 'How long it may take to start (1m by default)')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'How long one call may take without progress (no limit by default)')
            [CompletionResult]::new('--visibility', '--visibility', [CompletionResultType]::ParameterName, 'Who may see and use it (private by default)')
            [CompletionResult]::new('--team', '--team', [CompletionResultType]::ParameterName, 'The team that it belongs to; alone it means --visibility team')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--env-stdin', '--env-stdin', [CompletionResultType]::ParameterName, 'Read NAME=VALUE lines from stdin, as --env-file - does')
            [CompletionResult]::new('--no-cwd', '--no-cwd', [CompletionResultType]::ParameterName, 'Start it in whatever directory the client starts mcpgw in')
            [CompletionResult]::new('--prefix', '--prefix', [CompletionResultType]::ParameterName, 'Put its alias before its names')
            [CompletionResult]::new('--no-prefix', '--no-prefix', [CompletionResultType]::ParameterName, 'Use its names as they are, without a prefix')
            [CompletionResult]::new('--eager', '--eager', [CompletionResultType]::ParameterName, 'Start it with every session, rather than when it is first needed')
            [CompletionResult]::new('--no-eager', '--no-eager', [CompletionResultType]::ParameterName, 'Leave its start to mcpgw')
            [CompletionResult]::new('--no-timeout', '--no-timeout', [CompletionResultType]::ParameterName, 'Let a call take as long as it likes')
            [CompletionResult]::new('--no-check', '--no-check', [CompletionResultType]::ParameterName, 'Keep it without starting it first')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Do everything but keep the result')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'mcpgw;server;test' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;server;logs' {
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'How many of the last lines to show')
            [CompletionResult]::new('--lines', '--lines', [CompletionResultType]::ParameterName, 'How many of the last lines to show')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('-f', '-f', [CompletionResultType]::ParameterName, 'Go on with what comes, until interrupted')
            [CompletionResult]::new('--follow', '--follow', [CompletionResultType]::ParameterName, 'Go on with what comes, until interrupted')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;server;enable' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Do everything but keep the result')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;server;disable' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Do everything but keep the result')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;server;restart' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Do everything but keep the result')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;server;remove' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Do everything but keep the result')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;server;rm' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Do everything but keep the result')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;server;help' {
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Add a server: start it once, show what it offers, and keep both')
            [CompletionResult]::new('add-json', 'add-json', [CompletionResultType]::ParameterValue, 'Add a server from the JSON of a client''s configuration')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List servers')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show one server and what it offers')
            [CompletionResult]::new('edit', 'edit', [CompletionResultType]::ParameterValue, 'Change a server; what is not named stays')
            [CompletionResult]::new('test', 'test', [CompletionResultType]::ParameterValue, 'Start a server alone, and show each step')
            [CompletionResult]::new('logs', 'logs', [CompletionResultType]::ParameterValue, 'Show what a server said on stderr, and what became of it')
            [CompletionResult]::new('enable', 'enable', [CompletionResultType]::ParameterValue, 'Let sessions use a server again')
            [CompletionResult]::new('disable', 'disable', [CompletionResultType]::ParameterValue, 'Keep a server, but let no session use it')
            [CompletionResult]::new('restart', 'restart', [CompletionResultType]::ParameterValue, 'Run a server anew in every session that has it')
            [CompletionResult]::new('remove', 'remove', [CompletionResultType]::ParameterValue, 'Remove a server and all that is kept about it')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'mcpgw;server;help;add' {
            break
        }
        'mcpgw;server;help;add-json' {
            break
        }
        'mcpgw;server;help;list' {
            break
        }
        'mcpgw;server;help;show' {
            break
        }
        'mcpgw;server;help;edit' {
            break
        }
        'mcpgw;server;help;test' {
            break
        }
        'mcpgw;server;help;logs' {
            break
        }
        'mcpgw;server;help;enable' {
            break
        }
        'mcpgw;server;help;disable' {
            break
        }
        'mcpgw;server;help;restart' {
            break
        }
        'mcpgw;server;help;remove' {
            break
        }
        'mcpgw;server;help;help' {
            break
        }
        'mcpgw;session' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the clients that are served now')
            [CompletionResult]::new('ls', 'ls', [CompletionResultType]::ParameterValue, 'List the clients that are served now')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show one of them and how its servers are')
            [CompletionResult]::new('get', 'get', [CompletionResultType]::ParameterValue, 'Show one of them and how its servers are')
            [CompletionResult]::new('kill', 'kill', [CompletionResultType]::ParameterValue, 'End a session, with its servers')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'mcpgw;session;list' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;session;ls' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;session;show' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;session;get' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;session;kill' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Do everything but keep the result')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;session;help' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the clients that are served now')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show one of them and how its servers are')
            [CompletionResult]::new('kill', 'kill', [CompletionResultType]::ParameterValue, 'End a session, with its servers')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'mcpgw;session;help;list' {
            break
        }
        'mcpgw;session;help;show' {
            break
        }
        'mcpgw;session;help;kill' {
            break
        }
        'mcpgw;session;help;help' {
            break
        }
        'mcpgw;tool' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List tools as clients see them')
            [CompletionResult]::new('ls', 'ls', [CompletionResultType]::ParameterValue, 'List tools as clients see them')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show one tool with its arguments')
            [CompletionResult]::new('get', 'get', [CompletionResultType]::ParameterValue, 'Show one tool with its arguments')
            [CompletionResult]::new('call', 'call', [CompletionResultType]::ParameterValue, 'Call a tool')
            [CompletionResult]::new('enable', 'enable', [CompletionResultType]::ParameterValue, 'Let clients use a tool again')
            [CompletionResult]::new('disable', 'disable', [CompletionResultType]::ParameterValue, 'Keep a tool from all clients: it is neither listed nor called')
            [CompletionResult]::new('edit', 'edit', [CompletionResultType]::ParameterValue, 'Change who may see and use a tool')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'mcpgw;tool;list' {
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Only those of this server')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--refresh', '--refresh', [CompletionResultType]::ParameterName, 'Start the servers and ask them, whatever is known')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;tool;ls' {
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Only those of this server')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--refresh', '--refresh', [CompletionResultType]::ParameterName, 'Start the servers and ask them, whatever is known')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;tool;show' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;tool;get' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;tool;call' {
            [CompletionResult]::new('--args', '--args', [CompletionResultType]::ParameterName, 'Its arguments as a JSON object, or - for stdin; passed on as they are')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;tool;enable' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Do everything but keep the result')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;tool;disable' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Do everything but keep the result')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;tool;edit' {
            [CompletionResult]::new('--visibility', '--visibility', [CompletionResultType]::ParameterName, 'Who may see and use it: never more people than its server')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Do everything but keep the result')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'mcpgw;tool;help' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List tools as clients see them')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show one tool with its arguments')
            [CompletionResult]::new('call', 'call', [CompletionResultType]::ParameterValue, 'Call a tool')
            [CompletionResult]::new('enable', 'enable', [CompletionResultType]::ParameterValue, 'Let clients use a tool again')
            [CompletionResult]::new('disable', 'disable', [CompletionResultType]::ParameterValue, 'Keep a tool from all clients: it is neither listed nor called')
            [CompletionResult]::new('edit', 'edit', [CompletionResultType]::ParameterValue, 'Change who may see and use a tool')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'mcpgw;tool;help;list' {
            break
        }
        'mcpgw;tool;help;show' {
            break
        }
        'mcpgw;tool;help;call' {
            break
        }
        'mcpgw;tool;help;enable' {
            break
        }
        'mcpgw;tool;help;disable' {
            break
        }
        'mcpgw;tool;help;edit' {
            break
        }
        'mcpgw;tool;help;help' {
            break
        }
        'mcpgw;prompt' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List prompts as clients see them')
            [CompletionResult]::new('ls', 'ls', [CompletionResultType]::ParameterValue, 'List prompts as clients see them')
            [CompletionResult]::new('get', 'get', [CompletionResultType]::ParameterValue, 'Fill in a prompt and print its messages')
            [CompletionResult]::new('enable', 'enable', [CompletionResultType]::ParameterValue, 'Let clients use a prompt again')
            [CompletionResult]::new('disable', 'disable', [CompletionResultType]::ParameterValue, 'Keep a prompt from all clients: it is neither listed nor got')
            [CompletionResult]::new('edit', 'edit', [CompletionResultType]::ParameterValue, 'Change who may see and use a prompt')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'mcpgw;prompt;list' {
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Only those of this server')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--refresh', '--refresh', [CompletionResultType]::ParameterName, 'Start the servers and ask them, whatever is known')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;prompt;ls' {
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Only those of this server')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--refresh', '--refresh', [CompletionResultType]::ParameterName, 'Start the servers and ask them, whatever is known')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;prompt;get' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;prompt;enable' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Do everything but keep the result')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;prompt;disable' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Do everything but keep the result')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;prompt;edit' {
            [CompletionResult]::new('--visibility', '--visibility', [CompletionResultType]::ParameterName, 'Who may see and use it: never more people than its server')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Do everything but keep the result')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'mcpgw;prompt;help' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List prompts as clients see them')
            [CompletionResult]::new('get', 'get', [CompletionResultType]::ParameterValue, 'Fill in a prompt and print its messages')
            [CompletionResult]::new('enable', 'enable', [CompletionResultType]::ParameterValue, 'Let clients use a prompt again')
            [CompletionResult]::new('disable', 'disable', [CompletionResultType]::ParameterValue, 'Keep a prompt from all clients: it is neither listed nor got')
            [CompletionResult]::new('edit', 'edit', [CompletionResultType]::ParameterValue, 'Change who may see and use a prompt')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'mcpgw;prompt;help;list' {
            break
        }
        'mcpgw;prompt;help;get' {
            break
        }
        'mcpgw;prompt;help;enable' {
            break
        }
        'mcpgw;prompt;help;disable' {
            break
        }
        'mcpgw;prompt;help;edit' {
            break
        }
        'mcpgw;prompt;help;help' {
            break
        }
        'mcpgw;resource' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List resources and templates as clients see them')
            [CompletionResult]::new('ls', 'ls', [CompletionResultType]::ParameterValue, 'List resources and templates as clients see them')
            [CompletionResult]::new('read', 'read', [CompletionResultType]::ParameterValue, 'Print a resource''s contents')
            [CompletionResult]::new('get', 'get', [CompletionResultType]::ParameterValue, 'Print a resource''s contents')
            [CompletionResult]::new('enable', 'enable', [CompletionResultType]::ParameterValue, 'Let clients use a resource again')
            [CompletionResult]::new('disable', 'disable', [CompletionResultType]::ParameterValue, 'Keep a resource from all clients: it is neither listed nor read')
            [CompletionResult]::new('edit', 'edit', [CompletionResultType]::ParameterValue, 'Change who may see and use a resource')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'mcpgw;resource;list' {
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Only those of this server')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--refresh', '--refresh', [CompletionResultType]::ParameterName, 'Start the servers and ask them, whatever is known')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;resource;ls' {
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Only those of this server')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--refresh', '--refresh', [CompletionResultType]::ParameterName, 'Start the servers and ask them, whatever is known')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;resource;read' {
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Ask this server, whether it lists the URI or not')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;resource;get' {
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Ask this server, whether it lists the URI or not')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;resource;enable' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Do everything but keep the result')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;resource;disable' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Do everything but keep the result')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;resource;edit' {
            [CompletionResult]::new('--visibility', '--visibility', [CompletionResultType]::ParameterName, 'Who may see and use it: never more people than its server')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Do everything but keep the result')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'mcpgw;resource;help' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List resources and templates as clients see them')
            [CompletionResult]::new('read', 'read', [CompletionResultType]::ParameterValue, 'Print a resource''s contents')
            [CompletionResult]::new('enable', 'enable', [CompletionResultType]::ParameterValue, 'Let clients use a resource again')
            [CompletionResult]::new('disable', 'disable', [CompletionResultType]::ParameterValue, 'Keep a resource from all clients: it is neither listed nor read')
            [CompletionResult]::new('edit', 'edit', [CompletionResultType]::ParameterValue, 'Change who may see and use a resource')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'mcpgw;resource;help;list' {
            break
        }
        'mcpgw;resource;help;read' {
            break
        }
        'mcpgw;resource;help;enable' {
            break
        }
        'mcpgw;resource;help;disable' {
            break
        }
        'mcpgw;resource;help;edit' {
            break
        }
        'mcpgw;resource;help;help' {
            break
        }
        'mcpgw;secret' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('set', 'set', [CompletionResultType]::ParameterValue, 'Make a secret, or give it another value')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List secrets, and never their values')
            [CompletionResult]::new('ls', 'ls', [CompletionResultType]::ParameterValue, 'List secrets, and never their values')
            [CompletionResult]::new('grant', 'grant', [CompletionResultType]::ParameterValue, 'Let a server have your secret for `secret://me/NAME`')
            [CompletionResult]::new('remove', 'remove', [CompletionResultType]::ParameterValue, 'Remove a secret')
            [CompletionResult]::new('rm', 'rm', [CompletionResultType]::ParameterValue, 'Remove a secret')
            [CompletionResult]::new('rotate-key', 'rotate-key', [CompletionResultType]::ParameterValue, 'Seal everything anew under a new key')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'mcpgw;secret;set' {
            [CompletionResult]::new('--file', '--file', [CompletionResultType]::ParameterName, 'Read the value from a file, which only you may be able to read')
            [CompletionResult]::new('--team', '--team', [CompletionResultType]::ParameterName, 'One of a team, for the servers of that team')
            [CompletionResult]::new('--lend', '--lend', [CompletionResultType]::ParameterName, 'Let this server have it though more people may use that, as long as its command is this one; alone it leaves the value')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--stdin', '--stdin', [CompletionResultType]::ParameterName, 'Read the value from stdin')
            [CompletionResult]::new('--exec', '--exec', [CompletionResultType]::ParameterName, 'Keep no value: run a command whenever a server that needs it starts, and take what it prints')
            [CompletionResult]::new('--public', '--public', [CompletionResultType]::ParameterName, 'One that every server may use')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Do everything but keep the result')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;secret;list' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;secret;ls' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;secret;grant' {
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'The server that may have it')
            [CompletionResult]::new('--team', '--team', [CompletionResultType]::ParameterName, 'With --revoke: one of a team, which was lent')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--revoke', '--revoke', [CompletionResultType]::ParameterName, 'Take it back, also what was lent; a server that runs has it until it ends')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Do everything but keep the result')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;secret;remove' {
            [CompletionResult]::new('--team', '--team', [CompletionResultType]::ParameterName, 'One of a team, for the servers of that team')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--public', '--public', [CompletionResultType]::ParameterName, 'One that every server may use')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Do everything but keep the result')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Remove it even if servers use it; they won''t start')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;secret;rm' {
            [CompletionResult]::new('--team', '--team', [CompletionResultType]::ParameterName, 'One of a team, for the servers of that team')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--public', '--public', [CompletionResultType]::ParameterName, 'One that every server may use')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Do everything but keep the result')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Remove it even if servers use it; they won''t start')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;secret;rotate-key' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Do everything but keep the result')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;secret;help' {
            [CompletionResult]::new('set', 'set', [CompletionResultType]::ParameterValue, 'Make a secret, or give it another value')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List secrets, and never their values')
            [CompletionResult]::new('grant', 'grant', [CompletionResultType]::ParameterValue, 'Let a server have your secret for `secret://me/NAME`')
            [CompletionResult]::new('remove', 'remove', [CompletionResultType]::ParameterValue, 'Remove a secret')
            [CompletionResult]::new('rotate-key', 'rotate-key', [CompletionResultType]::ParameterValue, 'Seal everything anew under a new key')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'mcpgw;secret;help;set' {
            break
        }
        'mcpgw;secret;help;list' {
            break
        }
        'mcpgw;secret;help;grant' {
            break
        }
        'mcpgw;secret;help;remove' {
            break
        }
        'mcpgw;secret;help;rotate-key' {
            break
        }
        'mcpgw;secret;help;help' {
            break
        }
        'mcpgw;team' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('create', 'create', [CompletionResultType]::ParameterValue, 'Make a team, which is yours')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the teams that you are in, or may find')
            [CompletionResult]::new('ls', 'ls', [CompletionResultType]::ParameterValue, 'List the teams that you are in, or may find')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show a team')
            [CompletionResult]::new('get', 'get', [CompletionResultType]::ParameterValue, 'Show a team')
            [CompletionResult]::new('edit', 'edit', [CompletionResultType]::ParameterValue, 'Change a team')
            [CompletionResult]::new('delete', 'delete', [CompletionResultType]::ParameterValue, 'Delete a team')
            [CompletionResult]::new('rm', 'rm', [CompletionResultType]::ParameterValue, 'Delete a team')
            [CompletionResult]::new('suspend', 'suspend', [CompletionResultType]::ParameterValue, 'Stop serving all that a team has')
            [CompletionResult]::new('resume', 'resume', [CompletionResultType]::ParameterValue, 'Serve what a team has again')
            [CompletionResult]::new('quota', 'quota', [CompletionResultType]::ParameterValue, 'Show or set what a team may have and do')
            [CompletionResult]::new('member', 'member', [CompletionResultType]::ParameterValue, 'Who is in a team: add, remove, list, set-role')
            [CompletionResult]::new('domain', 'domain', [CompletionResultType]::ParameterValue, 'The addresses of a team''s people: add, list, remove')
            [CompletionResult]::new('invite', 'invite', [CompletionResultType]::ParameterValue, 'Let people into a team with a code: create, list, revoke, accept')
            [CompletionResult]::new('join', 'join', [CompletionResultType]::ParameterValue, 'Let people in who ask: request, list, approve, reject, cancel')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'mcpgw;team;create' {
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'What people call it, if not the same')
            [CompletionResult]::new('--description', '--description', [CompletionResultType]::ParameterName, 'What it is for')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--discoverable', '--discoverable', [CompletionResultType]::ParameterName, 'Let people who are not in it find it, and ask to join')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Do everything but keep the result')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;team;list' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;team;ls' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;team;show' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;team;get' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;team;edit' {
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'What people call it')
            [CompletionResult]::new('--description', '--description', [CompletionResultType]::ParameterName, 'What it is for')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--discoverable', '--discoverable', [CompletionResultType]::ParameterName, 'Let people who are not in it find it, and ask to join')
            [CompletionResult]::new('--no-discoverable', '--no-discoverable', [CompletionResultType]::ParameterName, 'Let nobody find it who is not in it')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Do everything but keep the result')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;team;delete' {
            [CompletionResult]::new('--move-to', '--move-to', [CompletionResultType]::ParameterName, 'Give all that it has to this team')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--cascade', '--cascade', [CompletionResultType]::ParameterName, 'Remove all that it has')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Do everything but keep the result')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;team;rm' {
            [CompletionResult]::new('--move-to', '--move-to', [CompletionResultType]::ParameterName, 'Give all that it has to this team')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--cascade', '--cascade', [CompletionResultType]::ParameterName, 'Remove all that it has')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Do everything but keep the result')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;team;suspend' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Do everything but keep the result')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;team;resume' {
            [CompletionResult]::new('--trial', '--trial', [CompletionResultType]::ParameterName, 'For so long only; then it is suspended again')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Do everything but keep the result')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;team;quota' {
            [CompletionResult]::new('--plan', '--plan', [CompletionResultType]::ParameterName, 'The plan whose quotas hold where the team has none of its own')
            [CompletionResult]::new('--max-servers', '--max-servers', [CompletionResultType]::ParameterName, 'How many servers it may have; `none`: as many as its plan says')
            [CompletionResult]::new('--max-members', '--max-members', [CompletionResultType]::ParameterName, 'How many members it may have')
            [CompletionResult]::new('--per-minute', '--per-minute', [CompletionResultType]::ParameterName, 'How many calls may be made in a minute; `none`: as many as one likes')
            [CompletionResult]::new('--per-hour', '--per-hour', [CompletionResultType]::ParameterName, 'How many calls may be made in an hour')
            [CompletionResult]::new('--per-day', '--per-day', [CompletionResultType]::ParameterName, 'How many calls may be made in a day')
            [CompletionResult]::new('--max-concurrent', '--max-concurrent', [CompletionResultType]::ParameterName, 'How many calls may run at the same time; one that is cancelled is one of them until its server is done, for a minute at most, and one that becomes a task until it is accepted')
            [CompletionResult]::new('--max-sessions-per-user', '--max-sessions-per-user', [CompletionResultType]::ParameterName, 'In how many sessions of one user its servers may be at a time')
            [CompletionResult]::new('--stdio', '--stdio', [CompletionResultType]::ParameterName, 'Whether servers of the team run as processes here')
            [CompletionResult]::new('--remote', '--remote', [CompletionResultType]::ParameterName, 'Whether the team may have remote servers')
            [CompletionResult]::new('--sampling', '--sampling', [CompletionResultType]::ParameterName, 'Whether its servers may ask the client''s model')
            [CompletionResult]::new('--public', '--public', [CompletionResultType]::ParameterName, 'Whether it may have servers for everybody')
            [CompletionResult]::new('--sso', '--sso', [CompletionResultType]::ParameterName, 'Whether it may have its own provider of single sign-on')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--no-plan', '--no-plan', [CompletionResultType]::ParameterName, 'Take the plan away')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Do everything but keep the result')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;team;member' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Put a user into a team')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List who is in a team')
            [CompletionResult]::new('ls', 'ls', [CompletionResultType]::ParameterValue, 'List who is in a team')
            [CompletionResult]::new('set-role', 'set-role', [CompletionResultType]::ParameterValue, 'Give a member another role')
            [CompletionResult]::new('remove', 'remove', [CompletionResultType]::ParameterValue, 'Take somebody out of a team, or leave it')
            [CompletionResult]::new('rm', 'rm', [CompletionResultType]::ParameterValue, 'Take somebody out of a team, or leave it')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'mcpgw;team;member;add' {
            [CompletionResult]::new('--role', '--role', [CompletionResultType]::ParameterName, 'As what: viewer, member, developer, owner, or a role that was made here')
            [CompletionResult]::new('--expires', '--expires', [CompletionResultType]::ParameterName, 'For so long only')
            [CompletionResult]::new('--reason', '--reason', [CompletionResultType]::ParameterName, 'Why, for the audit')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--as-admin', '--as-admin', [CompletionResultType]::ParameterName, 'Grant yourself what you lack in the team, as an admin; the audit tells it')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Do everything but keep the result')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;team;member;list' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;team;member;ls' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;team;member;set-role' {
            [CompletionResult]::new('--expires', '--expires', [CompletionResultType]::ParameterName, 'For so long only; without it the role never ends')
            [CompletionResult]::new('--reason', '--reason', [CompletionResultType]::ParameterName, 'Why, for the audit')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--as-admin', '--as-admin', [CompletionResultType]::ParameterName, 'Grant yourself what you lack in the team, as an admin; the audit tells it')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Do everything but keep the result')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;team;member;remove' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Do everything but keep the result')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;team;member;rm' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Do everything but keep the result')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;team;member;help' {
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Put a user into a team')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List who is in a team')
            [CompletionResult]::new('set-role', 'set-role', [CompletionResultType]::ParameterValue, 'Give a member another role')
            [CompletionResult]::new('remove', 'remove', [CompletionResultType]::ParameterValue, 'Take somebody out of a team, or leave it')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'mcpgw;team;member;help;add' {
            break
        }
        'mcpgw;team;member;help;list' {
            break
        }
        'mcpgw;team;member;help;set-role' {
            break
        }
        'mcpgw;team;member;help;remove' {
            break
        }
        'mcpgw;team;member;help;help' {
            break
        }
        'mcpgw;team;domain' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Say that addresses of a domain are those of a team''s people')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the domains of a team')
            [CompletionResult]::new('ls', 'ls', [CompletionResultType]::ParameterValue, 'List the domains of a team')
            [CompletionResult]::new('remove', 'remove', [CompletionResultType]::ParameterValue, 'Take a domain from a team')
            [CompletionResult]::new('rm', 'rm', [CompletionResultType]::ParameterValue, 'Take a domain from a team')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'mcpgw;team;domain;add' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--auto-join', '--auto-join', [CompletionResultType]::ParameterName, 'Let whoever proves such an address come into the team')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Do everything but keep the result')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;team;domain;list' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;team;domain;ls' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;team;domain;remove' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Do everything but keep the result')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;team;domain;rm' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Do everything but keep the result')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;team;domain;help' {
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Say that addresses of a domain are those of a team''s people')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the domains of a team')
            [CompletionResult]::new('remove', 'remove', [CompletionResultType]::ParameterValue, 'Take a domain from a team')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'mcpgw;team;domain;help;add' {
            break
        }
        'mcpgw;team;domain;help;list' {
            break
        }
        'mcpgw;team;domain;help;remove' {
            break
        }
        'mcpgw;team;domain;help;help' {
            break
        }
        'mcpgw;team;invite' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('create', 'create', [CompletionResultType]::ParameterValue, 'Invite somebody into a team, who need not have an account')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the invitations into a team')
            [CompletionResult]::new('ls', 'ls', [CompletionResultType]::ParameterValue, 'List the invitations into a team')
            [CompletionResult]::new('revoke', 'revoke', [CompletionResultType]::ParameterValue, 'Take an invitation back')
            [CompletionResult]::new('accept', 'accept', [CompletionResultType]::ParameterValue, 'Accept an invitation')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'mcpgw;team;invite;create' {
            [CompletionResult]::new('--role', '--role', [CompletionResultType]::ParameterName, 'As what: viewer, member, developer, owner, or a role that was made here')
            [CompletionResult]::new('--expires', '--expires', [CompletionResultType]::ParameterName, 'How long the invitation may be accepted')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Do everything but keep the result')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;team;invite;list' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Also those that were accepted or taken back, or have expired')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;team;invite;ls' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Also those that were accepted or taken back, or have expired')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;team;invite;revoke' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Do everything but keep the result')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;team;invite;accept' {
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'Your name, for a new account')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--code-stdin', '--code-stdin', [CompletionResultType]::ParameterName, 'Read the code from stdin: the first line')
            [CompletionResult]::new('--password-stdin', '--password-stdin', [CompletionResultType]::ParameterName, 'Read the password from stdin: the line after the code, or the first one')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Do everything but keep the result')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;team;invite;help' {
            [CompletionResult]::new('create', 'create', [CompletionResultType]::ParameterValue, 'Invite somebody into a team, who need not have an account')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the invitations into a team')
            [CompletionResult]::new('revoke', 'revoke', [CompletionResultType]::ParameterValue, 'Take an invitation back')
            [CompletionResult]::new('accept', 'accept', [CompletionResultType]::ParameterValue, 'Accept an invitation')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'mcpgw;team;invite;help;create' {
            break
        }
        'mcpgw;team;invite;help;list' {
            break
        }
        'mcpgw;team;invite;help;revoke' {
            break
        }
        'mcpgw;team;invite;help;accept' {
            break
        }
        'mcpgw;team;invite;help;help' {
            break
        }
        'mcpgw;team;join' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('request', 'request', [CompletionResultType]::ParameterValue, 'Ask to come into a team')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List who asks to come into a team, or what you asked for')
            [CompletionResult]::new('ls', 'ls', [CompletionResultType]::ParameterValue, 'List who asks to come into a team, or what you asked for')
            [CompletionResult]::new('approve', 'approve', [CompletionResultType]::ParameterValue, 'Let somebody in who asks')
            [CompletionResult]::new('reject', 'reject', [CompletionResultType]::ParameterValue, 'Turn somebody away who asks')
            [CompletionResult]::new('cancel', 'cancel', [CompletionResultType]::ParameterValue, 'Take back what you asked for')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'mcpgw;team;join;request' {
            [CompletionResult]::new('--message', '--message', [CompletionResultType]::ParameterName, 'Why, for who answers')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Do everything but keep the result')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;team;join;list' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Also those that were answered or taken back, or have expired')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;team;join;ls' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Also those that were answered or taken back, or have expired')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;team;join;approve' {
            [CompletionResult]::new('--role', '--role', [CompletionResultType]::ParameterName, 'As what: viewer, member, developer, owner, or a role that was made here')
            [CompletionResult]::new('--expires', '--expires', [CompletionResultType]::ParameterName, 'For so long only')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Do everything but keep the result')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;team;join;reject' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Do everything but keep the result')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;team;join;cancel' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Do everything but keep the result')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;team;join;help' {
            [CompletionResult]::new('request', 'request', [CompletionResultType]::ParameterValue, 'Ask to come into a team')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List who asks to come into a team, or what you asked for')
            [CompletionResult]::new('approve', 'approve', [CompletionResultType]::ParameterValue, 'Let somebody in who asks')
            [CompletionResult]::new('reject', 'reject', [CompletionResultType]::ParameterValue, 'Turn somebody away who asks')
            [CompletionResult]::new('cancel', 'cancel', [CompletionResultType]::ParameterValue, 'Take back what you asked for')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'mcpgw;team;join;help;request' {
            break
        }
        'mcpgw;team;join;help;list' {
            break
        }
        'mcpgw;team;join;help;approve' {
            break
        }
        'mcpgw;team;join;help;reject' {
            break
        }
        'mcpgw;team;join;help;cancel' {
            break
        }
        'mcpgw;team;join;help;help' {
            break
        }
        'mcpgw;team;help' {
            [CompletionResult]::new('create', 'create', [CompletionResultType]::ParameterValue, 'Make a team, which is yours')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the teams that you are in, or may find')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show a team')
            [CompletionResult]::new('edit', 'edit', [CompletionResultType]::ParameterValue, 'Change a team')
            [CompletionResult]::new('delete', 'delete', [CompletionResultType]::ParameterValue, 'Delete a team')
            [CompletionResult]::new('suspend', 'suspend', [CompletionResultType]::ParameterValue, 'Stop serving all that a team has')
            [CompletionResult]::new('resume', 'resume', [CompletionResultType]::ParameterValue, 'Serve what a team has again')
            [CompletionResult]::new('quota', 'quota', [CompletionResultType]::ParameterValue, 'Show or set what a team may have and do')
            [CompletionResult]::new('member', 'member', [CompletionResultType]::ParameterValue, 'Who is in a team: add, remove, list, set-role')
            [CompletionResult]::new('domain', 'domain', [CompletionResultType]::ParameterValue, 'The addresses of a team''s people: add, list, remove')
            [CompletionResult]::new('invite', 'invite', [CompletionResultType]::ParameterValue, 'Let people into a team with a code: create, list, revoke, accept')
            [CompletionResult]::new('join', 'join', [CompletionResultType]::ParameterValue, 'Let people in who ask: request, list, approve, reject, cancel')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'mcpgw;team;help;create' {
            break
        }
        'mcpgw;team;help;list' {
            break
        }
        'mcpgw;team;help;show' {
            break
        }
        'mcpgw;team;help;edit' {
            break
        }
        'mcpgw;team;help;delete' {
            break
        }
        'mcpgw;team;help;suspend' {
            break
        }
        'mcpgw;team;help;resume' {
            break
        }
        'mcpgw;team;help;quota' {
            break
        }
        'mcpgw;team;help;member' {
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Put a user into a team')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List who is in a team')
            [CompletionResult]::new('set-role', 'set-role', [CompletionResultType]::ParameterValue, 'Give a member another role')
            [CompletionResult]::new('remove', 'remove', [CompletionResultType]::ParameterValue, 'Take somebody out of a team, or leave it')
            break
        }
        'mcpgw;team;help;member;add' {
            break
        }
        'mcpgw;team;help;member;list' {
            break
        }
        'mcpgw;team;help;member;set-role' {
            break
        }
        'mcpgw;team;help;member;remove' {
            break
        }
        'mcpgw;team;help;domain' {
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Say that addresses of a domain are those of a team''s people')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the domains of a team')
            [CompletionResult]::new('remove', 'remove', [CompletionResultType]::ParameterValue, 'Take a domain from a team')
            break
        }
        'mcpgw;team;help;domain;add' {
            break
        }
        'mcpgw;team;help;domain;list' {
            break
        }
        'mcpgw;team;help;domain;remove' {
            break
        }
        'mcpgw;team;help;invite' {
            [CompletionResult]::new('create', 'create', [CompletionResultType]::ParameterValue, 'Invite somebody into a team, who need not have an account')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the invitations into a team')
            [CompletionResult]::new('revoke', 'revoke', [CompletionResultType]::ParameterValue, 'Take an invitation back')
            [CompletionResult]::new('accept', 'accept', [CompletionResultType]::ParameterValue, 'Accept an invitation')
            break
        }
        'mcpgw;team;help;invite;create' {
            break
        }
        'mcpgw;team;help;invite;list' {
            break
        }
        'mcpgw;team;help;invite;revoke' {
            break
        }
        'mcpgw;team;help;invite;accept' {
            break
        }
        'mcpgw;team;help;join' {
            [CompletionResult]::new('request', 'request', [CompletionResultType]::ParameterValue, 'Ask to come into a team')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List who asks to come into a team, or what you asked for')
            [CompletionResult]::new('approve', 'approve', [CompletionResultType]::ParameterValue, 'Let somebody in who asks')
            [CompletionResult]::new('reject', 'reject', [CompletionResultType]::ParameterValue, 'Turn somebody away who asks')
            [CompletionResult]::new('cancel', 'cancel', [CompletionResultType]::ParameterValue, 'Take back what you asked for')
            break
        }
        'mcpgw;team;help;join;request' {
            break
        }
        'mcpgw;team;help;join;list' {
            break
        }
        'mcpgw;team;help;join;approve' {
            break
        }
        'mcpgw;team;help;join;reject' {
            break
        }
        'mcpgw;team;help;join;cancel' {
            break
        }
        'mcpgw;team;help;help' {
            break
        }
        'mcpgw;role' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List roles and what they allow')
            [CompletionResult]::new('ls', 'ls', [CompletionResultType]::ParameterValue, 'List roles and what they allow')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show what a role allows')
            [CompletionResult]::new('get', 'get', [CompletionResultType]::ParameterValue, 'Show what a role allows')
            [CompletionResult]::new('create', 'create', [CompletionResultType]::ParameterValue, 'Make a role')
            [CompletionResult]::new('edit', 'edit', [CompletionResultType]::ParameterValue, 'Change what a role allows')
            [CompletionResult]::new('grant', 'grant', [CompletionResultType]::ParameterValue, 'Give somebody a role, in a team or everywhere')
            [CompletionResult]::new('revoke', 'revoke', [CompletionResultType]::ParameterValue, 'Take a role from somebody')
            [CompletionResult]::new('delete', 'delete', [CompletionResultType]::ParameterValue, 'Delete a role that nobody has')
            [CompletionResult]::new('rm', 'rm', [CompletionResultType]::ParameterValue, 'Delete a role that nobody has')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'mcpgw;role;list' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;role;ls' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;role;show' {
            [CompletionResult]::new('--team', '--team', [CompletionResultType]::ParameterName, 'The team that has it, where it is not for all')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;role;get' {
            [CompletionResult]::new('--team', '--team', [CompletionResultType]::ParameterName, 'The team that has it, where it is not for all')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;role;create' {
            [CompletionResult]::new('--team', '--team', [CompletionResultType]::ParameterName, 'The team that has it; without one every team has it')
            [CompletionResult]::new('--allow', '--allow', [CompletionResultType]::ParameterName, 'What it allows; see `mcpgw role list`')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Do everything but keep the result')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;role;edit' {
            [CompletionResult]::new('--team', '--team', [CompletionResultType]::ParameterName, 'The team that has it; without one every team has it')
            [CompletionResult]::new('--allow', '--allow', [CompletionResultType]::ParameterName, 'What it allows from now on; see `mcpgw role list`')
            [CompletionResult]::new('--deny', '--deny', [CompletionResultType]::ParameterName, 'What it allows no more')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Do everything but keep the result')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;role;grant' {
            [CompletionResult]::new('--team', '--team', [CompletionResultType]::ParameterName, 'In this team')
            [CompletionResult]::new('--expires', '--expires', [CompletionResultType]::ParameterName, 'For so long only')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Do everything but keep the result')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;role;revoke' {
            [CompletionResult]::new('--team', '--team', [CompletionResultType]::ParameterName, 'In this team')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Do everything but keep the result')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;role;delete' {
            [CompletionResult]::new('--team', '--team', [CompletionResultType]::ParameterName, 'The team that has it; without one every team has it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Do everything but keep the result')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;role;rm' {
            [CompletionResult]::new('--team', '--team', [CompletionResultType]::ParameterName, 'The team that has it; without one every team has it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Do everything but keep the result')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;role;help' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List roles and what they allow')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show what a role allows')
            [CompletionResult]::new('create', 'create', [CompletionResultType]::ParameterValue, 'Make a role')
            [CompletionResult]::new('edit', 'edit', [CompletionResultType]::ParameterValue, 'Change what a role allows')
            [CompletionResult]::new('grant', 'grant', [CompletionResultType]::ParameterValue, 'Give somebody a role, in a team or everywhere')
            [CompletionResult]::new('revoke', 'revoke', [CompletionResultType]::ParameterValue, 'Take a role from somebody')
            [CompletionResult]::new('delete', 'delete', [CompletionResultType]::ParameterValue, 'Delete a role that nobody has')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'mcpgw;role;help;list' {
            break
        }
        'mcpgw;role;help;show' {
            break
        }
        'mcpgw;role;help;create' {
            break
        }
        'mcpgw;role;help;edit' {
            break
        }
        'mcpgw;role;help;grant' {
            break
        }
        'mcpgw;role;help;revoke' {
            break
        }
        'mcpgw;role;help;delete' {
            break
        }
        'mcpgw;role;help;help' {
            break
        }
        'mcpgw;token' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('create', 'create', [CompletionResultType]::ParameterValue, 'Make a token, and show it this once')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List tokens')
            [CompletionResult]::new('ls', 'ls', [CompletionResultType]::ParameterValue, 'List tokens')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show what a token is for')
            [CompletionResult]::new('get', 'get', [CompletionResultType]::ParameterValue, 'Show what a token is for')
            [CompletionResult]::new('edit', 'edit', [CompletionResultType]::ParameterValue, 'Change what a token is for, also while it is used')
            [CompletionResult]::new('rotate', 'rotate', [CompletionResultType]::ParameterValue, 'Replace a token by another one for the same')
            [CompletionResult]::new('revoke', 'revoke', [CompletionResultType]::ParameterValue, 'Have a token, or all of a user, stop working now')
            [CompletionResult]::new('usage', 'usage', [CompletionResultType]::ParameterValue, 'Say what was called with a token, and what came of it')
            [CompletionResult]::new('verify', 'verify', [CompletionResultType]::ParameterValue, 'Say whether a token is valid, and what it is for')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'mcpgw;token;create' {
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'What to call it')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'Whose it is: a service of a team of yours')
            [CompletionResult]::new('--expires', '--expires', [CompletionResultType]::ParameterName, 'When it ends, such as 12h or 90d from now')
            [CompletionResult]::new('--team', '--team', [CompletionResultType]::ParameterName, 'Only what this team has, and what is public; the name of your own team stands for what is private to you')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Only this server')
            [CompletionResult]::new('--tool', '--tool', [CompletionResultType]::ParameterName, 'Only tools that clients see under such a name; SERVER/GLOB is over the server''s own names')
            [CompletionResult]::new('--prompt', '--prompt', [CompletionResultType]::ParameterName, 'Only prompts that clients see under such a name, or SERVER/GLOB')
            [CompletionResult]::new('--resource', '--resource', [CompletionResultType]::ParameterName, 'Only resources with such a URI, or SERVER/GLOB')
            [CompletionResult]::new('--permission', '--permission', [CompletionResultType]::ParameterName, 'Beside using things, also this, such as servers.read or tokens.create; see `mcpgw role list`')
            [CompletionResult]::new('--capabilities', '--capabilities', [CompletionResultType]::ParameterName, 'Only the items in this JSON file (- is stdin): `{"tools": {"SERVER": ["NAME"]}}`')
            [CompletionResult]::new('--per-minute', '--per-minute', [CompletionResultType]::ParameterName, 'How many calls may be made in a minute; `none`: as many as one likes')
            [CompletionResult]::new('--per-hour', '--per-hour', [CompletionResultType]::ParameterName, 'How many calls may be made in an hour')
            [CompletionResult]::new('--per-day', '--per-day', [CompletionResultType]::ParameterName, 'How many calls may be made in a day')
            [CompletionResult]::new('--max-concurrent', '--max-concurrent', [CompletionResultType]::ParameterName, 'How many calls may run at the same time; one that is cancelled is one of them until its server is done, for a minute at most, and one that becomes a task until it is accepted')
            [CompletionResult]::new('--days', '--days', [CompletionResultType]::ParameterName, 'Only on these days, such as mon-fri or sat,sun')
            [CompletionResult]::new('--hours', '--hours', [CompletionResultType]::ParameterName, 'Only at this time of day, such as 09:00-18:00; 22:00-06:00 ends on the day after')
            [CompletionResult]::new('--zone', '--zone', [CompletionResultType]::ParameterName, 'The time zone of days and hours; without it this machine''s')
            [CompletionResult]::new('--cidr', '--cidr', [CompletionResultType]::ParameterName, 'Only from this network; `mcpgw stdio` and commands know no address, and refuse such a token')
            [CompletionResult]::new('--client', '--client', [CompletionResultType]::ParameterName, 'Only for the client that calls itself so; this keeps order, and keeps nobody out')
            [CompletionResult]::new('--workspace', '--workspace', [CompletionResultType]::ParameterName, 'Only for clients and commands that are started in this directory; this keeps order, and keeps nobody out')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--no-expiry', '--no-expiry', [CompletionResultType]::ParameterName, 'Let it work until it is revoked')
            [CompletionResult]::new('--import-stdin', '--import-stdin', [CompletionResultType]::ParameterName, 'Take a credential over that was made elsewhere, from stdin: 32 characters at least')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Do everything but keep the result')
            [CompletionResult]::new('--public-only', '--public-only', [CompletionResultType]::ParameterName, 'Only what is public')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;token;list' {
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'Those of this user: me, an email or an id')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'All that you may see')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;token;ls' {
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'Those of this user: me, an email or an id')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'All that you may see')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;token;show' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;token;get' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;token;edit' {
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'What to call it from now on')
            [CompletionResult]::new('--expires', '--expires', [CompletionResultType]::ParameterName, 'When it ends, such as 12h or 90d from now')
            [CompletionResult]::new('--clear', '--clear', [CompletionResultType]::ParameterName, 'Say nothing of this any more: servers, tools, prompts, resources, capabilities, permissions, hours, limits, cidrs, client, workspace')
            [CompletionResult]::new('--team', '--team', [CompletionResultType]::ParameterName, 'Only what this team has, and what is public; the name of your own team stands for what is private to you')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Only this server')
            [CompletionResult]::new('--tool', '--tool', [CompletionResultType]::ParameterName, 'Only tools that clients see under such a name; SERVER/GLOB is over the server''s own names')
            [CompletionResult]::new('--prompt', '--prompt', [CompletionResultType]::ParameterName, 'Only prompts that clients see under such a name, or SERVER/GLOB')
            [CompletionResult]::new('--resource', '--resource', [CompletionResultType]::ParameterName, 'Only resources with such a URI, or SERVER/GLOB')
            [CompletionResult]::new('--permission', '--permission', [CompletionResultType]::ParameterName, 'Beside using things, also this, such as servers.read or tokens.create; see `mcpgw role list`')
            [CompletionResult]::new('--capabilities', '--capabilities', [CompletionResultType]::ParameterName, 'Only the items in this JSON file (- is stdin): `{"tools": {"SERVER": ["NAME"]}}`')
            [CompletionResult]::new('--per-minute', '--per-minute', [CompletionResultType]::ParameterName, 'How many calls may be made in a minute; `none`: as many as one likes')
            [CompletionResult]::new('--per-hour', '--per-hour', [CompletionResultType]::ParameterName, 'How many calls may be made in an hour')
            [CompletionResult]::new('--per-day', '--per-day', [CompletionResultType]::ParameterName, 'How many calls may be made in a day')
            [CompletionResult]::new('--max-concurrent', '--max-concurrent', [CompletionResultType]::ParameterName, 'How many calls may run at the same time; one that is cancelled is one of them until its server is done, for a minute at most, and one that becomes a task until it is accepted')
            [CompletionResult]::new('--days', '--days', [CompletionResultType]::ParameterName, 'Only on these days, such as mon-fri or sat,sun')
            [CompletionResult]::new('--hours', '--hours', [CompletionResultType]::ParameterName, 'Only at this time of day, such as 09:00-18:00; 22:00-06:00 ends on the day after')
            [CompletionResult]::new('--zone', '--zone', [CompletionResultType]::ParameterName, 'The time zone of days and hours; without it this machine''s')
            [CompletionResult]::new('--cidr', '--cidr', [CompletionResultType]::ParameterName, 'Only from this network; `mcpgw stdio` and commands know no address, and refuse such a token')
            [CompletionResult]::new('--client', '--client', [CompletionResultType]::ParameterName, 'Only for the client that calls itself so; this keeps order, and keeps nobody out')
            [CompletionResult]::new('--workspace', '--workspace', [CompletionResultType]::ParameterName, 'Only for clients and commands that are started in this directory; this keeps order, and keeps nobody out')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--no-expiry', '--no-expiry', [CompletionResultType]::ParameterName, 'Let it work until it is revoked')
            [CompletionResult]::new('--all-teams', '--all-teams', [CompletionResultType]::ParameterName, 'All teams again, and what is private to its user')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Do everything but keep the result')
            [CompletionResult]::new('--public-only', '--public-only', [CompletionResultType]::ParameterName, 'Only what is public')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;token;rotate' {
            [CompletionResult]::new('--grace', '--grace', [CompletionResultType]::ParameterName, 'How long the old one goes on working; without it, it stops now')
            [CompletionResult]::new('--expires', '--expires', [CompletionResultType]::ParameterName, 'When it ends, such as 12h or 90d from now')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--no-expiry', '--no-expiry', [CompletionResultType]::ParameterName, 'Let it work until it is revoked')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Do everything but keep the result')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;token;revoke' {
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'Whose')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'All tokens of a user')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Do everything but keep the result')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;token;usage' {
            [CompletionResult]::new('--since', '--since', [CompletionResultType]::ParameterName, 'Only calls of the last time, such as 12h or 7d; all that is kept by default')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;token;verify' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--token-stdin', '--token-stdin', [CompletionResultType]::ParameterName, 'Read the token from stdin, and act as you would without it')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;token;help' {
            [CompletionResult]::new('create', 'create', [CompletionResultType]::ParameterValue, 'Make a token, and show it this once')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List tokens')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show what a token is for')
            [CompletionResult]::new('edit', 'edit', [CompletionResultType]::ParameterValue, 'Change what a token is for, also while it is used')
            [CompletionResult]::new('rotate', 'rotate', [CompletionResultType]::ParameterValue, 'Replace a token by another one for the same')
            [CompletionResult]::new('revoke', 'revoke', [CompletionResultType]::ParameterValue, 'Have a token, or all of a user, stop working now')
            [CompletionResult]::new('usage', 'usage', [CompletionResultType]::ParameterValue, 'Say what was called with a token, and what came of it')
            [CompletionResult]::new('verify', 'verify', [CompletionResultType]::ParameterValue, 'Say whether a token is valid, and what it is for')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'mcpgw;token;help;create' {
            break
        }
        'mcpgw;token;help;list' {
            break
        }
        'mcpgw;token;help;show' {
            break
        }
        'mcpgw;token;help;edit' {
            break
        }
        'mcpgw;token;help;rotate' {
            break
        }
        'mcpgw;token;help;revoke' {
            break
        }
        'mcpgw;token;help;usage' {
            break
        }
        'mcpgw;token;help;verify' {
            break
        }
        'mcpgw;token;help;help' {
            break
        }
        'mcpgw;profile' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('create', 'create', [CompletionResultType]::ParameterValue, 'Make a profile for a client, with a token of its own')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List profiles')
            [CompletionResult]::new('ls', 'ls', [CompletionResultType]::ParameterValue, 'List profiles')
            [CompletionResult]::new('remove', 'remove', [CompletionResultType]::ParameterValue, 'Remove a profile, and revoke its token')
            [CompletionResult]::new('rm', 'rm', [CompletionResultType]::ParameterValue, 'Remove a profile, and revoke its token')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'mcpgw;profile;create' {
            [CompletionResult]::new('--expires', '--expires', [CompletionResultType]::ParameterName, 'When it ends, such as 12h or 90d from now')
            [CompletionResult]::new('--team', '--team', [CompletionResultType]::ParameterName, 'Only what this team has, and what is public; the name of your own team stands for what is private to you')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Only this server')
            [CompletionResult]::new('--tool', '--tool', [CompletionResultType]::ParameterName, 'Only tools that clients see under such a name; SERVER/GLOB is over the server''s own names')
            [CompletionResult]::new('--prompt', '--prompt', [CompletionResultType]::ParameterName, 'Only prompts that clients see under such a name, or SERVER/GLOB')
            [CompletionResult]::new('--resource', '--resource', [CompletionResultType]::ParameterName, 'Only resources with such a URI, or SERVER/GLOB')
            [CompletionResult]::new('--permission', '--permission', [CompletionResultType]::ParameterName, 'Beside using things, also this, such as servers.read or tokens.create; see `mcpgw role list`')
            [CompletionResult]::new('--capabilities', '--capabilities', [CompletionResultType]::ParameterName, 'Only the items in this JSON file (- is stdin): `{"tools": {"SERVER": ["NAME"]}}`')
            [CompletionResult]::new('--per-minute', '--per-minute', [CompletionResultType]::ParameterName, 'How many calls may be made in a minute; `none`: as many as one likes')
            [CompletionResult]::new('--per-hour', '--per-hour', [CompletionResultType]::ParameterName, 'How many calls may be made in an hour')
            [CompletionResult]::new('--per-day', '--per-day', [CompletionResultType]::ParameterName, 'How many calls may be made in a day')
            [CompletionResult]::new('--max-concurrent', '--max-concurrent', [CompletionResultType]::ParameterName, 'How many calls may run at the same time; one that is cancelled is one of them until its server is done, for a minute at most, and one that becomes a task until it is accepted')
            [CompletionResult]::new('--days', '--days', [CompletionResultType]::ParameterName, 'Only on these days, such as mon-fri or sat,sun')
            [CompletionResult]::new('--hours', '--hours', [CompletionResultType]::ParameterName, 'Only at this time of day, such as 09:00-18:00; 22:00-06:00 ends on the day after')
            [CompletionResult]::new('--zone', '--zone', [CompletionResultType]::ParameterName, 'The time zone of days and hours; without it this machine''s')
            [CompletionResult]::new('--cidr', '--cidr', [CompletionResultType]::ParameterName, 'Only from this network; `mcpgw stdio` and commands know no address, and refuse such a token')
            [CompletionResult]::new('--client', '--client', [CompletionResultType]::ParameterName, 'Only for the client that calls itself so; this keeps order, and keeps nobody out')
            [CompletionResult]::new('--workspace', '--workspace', [CompletionResultType]::ParameterName, 'Only for clients and commands that are started in this directory; this keeps order, and keeps nobody out')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--no-expiry', '--no-expiry', [CompletionResultType]::ParameterName, 'Let it work until it is revoked')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Do everything but keep the result')
            [CompletionResult]::new('--public-only', '--public-only', [CompletionResultType]::ParameterName, 'Only what is public')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;profile;list' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;profile;ls' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;profile;remove' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Do everything but keep the result')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;profile;rm' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Do everything but keep the result')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;profile;help' {
            [CompletionResult]::new('create', 'create', [CompletionResultType]::ParameterValue, 'Make a profile for a client, with a token of its own')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List profiles')
            [CompletionResult]::new('remove', 'remove', [CompletionResultType]::ParameterValue, 'Remove a profile, and revoke its token')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'mcpgw;profile;help;create' {
            break
        }
        'mcpgw;profile;help;list' {
            break
        }
        'mcpgw;profile;help;remove' {
            break
        }
        'mcpgw;profile;help;help' {
            break
        }
        'mcpgw;key' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the keys that sign tokens, or have signed some')
            [CompletionResult]::new('ls', 'ls', [CompletionResultType]::ParameterValue, 'List the keys that sign tokens, or have signed some')
            [CompletionResult]::new('rotate', 'rotate', [CompletionResultType]::ParameterValue, 'Sign with a new key from now on')
            [CompletionResult]::new('import', 'import', [CompletionResultType]::ParameterValue, 'Sign with a key of your own from now on')
            [CompletionResult]::new('export', 'export', [CompletionResultType]::ParameterValue, 'Print the public halves as a JWK set, or give a key away')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'mcpgw;key;list' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;key;ls' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;key;rotate' {
            [CompletionResult]::new('--algorithm', '--algorithm', [CompletionResultType]::ParameterName, 'How the new key signs: `EdDSA`, HS256, HS384, HS512, RS256, RS384, RS512, PS256, ES256, ES384')
            [CompletionResult]::new('--overlap', '--overlap', [CompletionResultType]::ParameterName, 'How long tokens that the keys before have signed go on working, at most')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Do everything but keep the result')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;key;import' {
            [CompletionResult]::new('--algorithm', '--algorithm', [CompletionResultType]::ParameterName, 'What it signs as; needed for RSA keys')
            [CompletionResult]::new('--overlap', '--overlap', [CompletionResultType]::ParameterName, 'How long tokens that the keys before have signed go on working, at most')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Do everything but keep the result')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;key;export' {
            [CompletionResult]::new('--out', '--out', [CompletionResultType]::ParameterName, 'The file to write to, which must not be there yet; only you can read it')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'Which key; without it the one that signs')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--private', '--private', [CompletionResultType]::ParameterName, 'Give the secret half away, which the audit is told of')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;key;help' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the keys that sign tokens, or have signed some')
            [CompletionResult]::new('rotate', 'rotate', [CompletionResultType]::ParameterValue, 'Sign with a new key from now on')
            [CompletionResult]::new('import', 'import', [CompletionResultType]::ParameterValue, 'Sign with a key of your own from now on')
            [CompletionResult]::new('export', 'export', [CompletionResultType]::ParameterValue, 'Print the public halves as a JWK set, or give a key away')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'mcpgw;key;help;list' {
            break
        }
        'mcpgw;key;help;rotate' {
            break
        }
        'mcpgw;key;help;import' {
            break
        }
        'mcpgw;key;help;export' {
            break
        }
        'mcpgw;key;help;help' {
            break
        }
        'mcpgw;vault' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'Say who keeps the vault''s key, and whether it opens')
            [CompletionResult]::new('move', 'move', [CompletionResultType]::ParameterValue, 'Give the vault''s key to another keeper')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'mcpgw;vault;status' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;vault;move' {
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'The new keeper')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Do everything but keep the result')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'mcpgw;vault;help' {
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'Say who keeps the vault''s key, and whether it opens')
            [CompletionResult]::new('move', 'move', [CompletionResultType]::ParameterValue, 'Give the vault''s key to another keeper')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'mcpgw;vault;help;status' {
            break
        }
        'mcpgw;vault;help;move' {
            break
        }
        'mcpgw;vault;help;help' {
            break
        }
        'mcpgw;audit' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List what was done last')
            [CompletionResult]::new('ls', 'ls', [CompletionResultType]::ParameterValue, 'List what was done last')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show one row with all that is known of it')
            [CompletionResult]::new('get', 'get', [CompletionResultType]::ParameterValue, 'Show one row with all that is known of it')
            [CompletionResult]::new('export', 'export', [CompletionResultType]::ParameterValue, 'Write all rows as lines of JSON')
            [CompletionResult]::new('head', 'head', [CompletionResultType]::ParameterValue, 'Print the last row''s number and hash, signed: keep it elsewhere, and rows up to it can''t be changed unseen')
            [CompletionResult]::new('verify', 'verify', [CompletionResultType]::ParameterValue, 'Check that nobody changed, removed or reordered rows')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'mcpgw;audit;list' {
            [CompletionResult]::new('--since', '--since', [CompletionResultType]::ParameterName, 'Only what was done in the last time, such as 12h or 7d')
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'At most so many rows: the last ones')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'Only what this user did: me, an email, or the id of one who may be gone')
            [CompletionResult]::new('--team', '--team', [CompletionResultType]::ParameterName, 'Only what concerns this team: its owners may read that')
            [CompletionResult]::new('--action', '--action', [CompletionResultType]::ParameterName, 'Only this action, such as server.edit; or all of a noun, such as server')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;audit;ls' {
            [CompletionResult]::new('--since', '--since', [CompletionResultType]::ParameterName, 'Only what was done in the last time, such as 12h or 7d')
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'At most so many rows: the last ones')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'Only what this user did: me, an email, or the id of one who may be gone')
            [CompletionResult]::new('--team', '--team', [CompletionResultType]::ParameterName, 'Only what concerns this team: its owners may read that')
            [CompletionResult]::new('--action', '--action', [CompletionResultType]::ParameterName, 'Only this action, such as server.edit; or all of a noun, such as server')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;audit;show' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;audit;get' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;audit;export' {
            [CompletionResult]::new('--out', '--out', [CompletionResultType]::ParameterName, 'Write to this file, which must not be there yet')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;audit;head' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;audit;verify' {
            [CompletionResult]::new('--expect', '--expect', [CompletionResultType]::ParameterName, 'A row and its hash that you have kept: the rows up to it must still be those')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;audit;help' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List what was done last')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show one row with all that is known of it')
            [CompletionResult]::new('export', 'export', [CompletionResultType]::ParameterValue, 'Write all rows as lines of JSON')
            [CompletionResult]::new('head', 'head', [CompletionResultType]::ParameterValue, 'Print the last row''s number and hash, signed: keep it elsewhere, and rows up to it can''t be changed unseen')
            [CompletionResult]::new('verify', 'verify', [CompletionResultType]::ParameterValue, 'Check that nobody changed, removed or reordered rows')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'mcpgw;audit;help;list' {
            break
        }
        'mcpgw;audit;help;show' {
            break
        }
        'mcpgw;audit;help;export' {
            break
        }
        'mcpgw;audit;help;head' {
            break
        }
        'mcpgw;audit;help;verify' {
            break
        }
        'mcpgw;audit;help;help' {
            break
        }
        'mcpgw;usage' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('report', 'report', [CompletionResultType]::ParameterValue, 'Say how much was called, what came of it, and how long it took')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'mcpgw;usage;report' {
            [CompletionResult]::new('--by', '--by', [CompletionResultType]::ParameterName, 'What calls are told apart by')
            [CompletionResult]::new('--since', '--since', [CompletionResultType]::ParameterName, 'Only calls of the last time, such as 12h or 7d; all that is kept by default (usage.retention)')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'Only calls of this user: me, an email or an id')
            [CompletionResult]::new('--team', '--team', [CompletionResultType]::ParameterName, 'Only calls of servers of this team')
            [CompletionResult]::new('--token', '--token', [CompletionResultType]::ParameterName, 'Only calls with this token')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Only calls of this server')
            [CompletionResult]::new('--tool', '--tool', [CompletionResultType]::ParameterName, 'Only calls of this tool, prompt or resource, as its server calls it')
            [CompletionResult]::new('--client', '--client', [CompletionResultType]::ParameterName, 'Only calls of a client that calls itself this')
            [CompletionResult]::new('--interval', '--interval', [CompletionResultType]::ParameterName, 'How often to look')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('-w', '-w', [CompletionResultType]::ParameterName, 'Keep showing it')
            [CompletionResult]::new('--watch', '--watch', [CompletionResultType]::ParameterName, 'Keep showing it')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'mcpgw;usage;help' {
            [CompletionResult]::new('report', 'report', [CompletionResultType]::ParameterValue, 'Say how much was called, what came of it, and how long it took')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'mcpgw;usage;help;report' {
            break
        }
        'mcpgw;usage;help;help' {
            break
        }
        'mcpgw;config' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('path', 'path', [CompletionResultType]::ParameterValue, 'Print where the settings file is')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List all settings with their values')
            [CompletionResult]::new('ls', 'ls', [CompletionResultType]::ParameterValue, 'List all settings with their values')
            [CompletionResult]::new('get', 'get', [CompletionResultType]::ParameterValue, 'Print one setting''s value')
            [CompletionResult]::new('set', 'set', [CompletionResultType]::ParameterValue, 'Set one setting')
            [CompletionResult]::new('unset', 'unset', [CompletionResultType]::ParameterValue, 'Remove one setting, so that its default applies')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'mcpgw;config;path' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;config;list' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;config;ls' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;config;get' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;config;set' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Do everything but keep the result')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;config;unset' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Do everything but keep the result')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;config;help' {
            [CompletionResult]::new('path', 'path', [CompletionResultType]::ParameterValue, 'Print where the settings file is')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List all settings with their values')
            [CompletionResult]::new('get', 'get', [CompletionResultType]::ParameterValue, 'Print one setting''s value')
            [CompletionResult]::new('set', 'set', [CompletionResultType]::ParameterValue, 'Set one setting')
            [CompletionResult]::new('unset', 'unset', [CompletionResultType]::ParameterValue, 'Remove one setting, so that its default applies')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'mcpgw;config;help;path' {
            break
        }
        'mcpgw;config;help;list' {
            break
        }
        'mcpgw;config;help;get' {
            break
        }
        'mcpgw;config;help;set' {
            break
        }
        'mcpgw;config;help;unset' {
            break
        }
        'mcpgw;config;help;help' {
            break
        }
        'mcpgw;completions' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;man' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where the store is kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The settings file')
            [CompletionResult]::new('--token-file', '--token-file', [CompletionResultType]::ParameterName, 'Act with the token in this file, which only you can read')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print: table, json, jsonl or plain')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one value of the JSON alone: member names and indexes, joined by dots')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON: short for --format json')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log to stderr what is done (twice: more)')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to every question')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'mcpgw;help' {
            [CompletionResult]::new('stdio', 'stdio', [CompletionResultType]::ParameterValue, 'Serve all enabled servers as one, on stdin and stdout: what an MCP client spawns')
            [CompletionResult]::new('try', 'try', [CompletionResultType]::ParameterValue, 'Show mcpgw at work: servers behind one `mcpgw stdio`, in a temporary directory')
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'Show where things are, and how servers and sessions are doing')
            [CompletionResult]::new('tui', 'tui', [CompletionResultType]::ParameterValue, 'Look after servers, sessions, tokens and people on the whole screen')
            [CompletionResult]::new('explain', 'explain', [CompletionResultType]::ParameterValue, 'Show whether somebody may see, use and change a server or a tool, and why')
            [CompletionResult]::new('login', 'login', [CompletionResultType]::ParameterValue, 'Log in with email and password')
            [CompletionResult]::new('logout', 'logout', [CompletionResultType]::ParameterValue, 'End your login on this machine')
            [CompletionResult]::new('whoami', 'whoami', [CompletionResultType]::ParameterValue, 'Show as whom you act here')
            [CompletionResult]::new('user', 'user', [CompletionResultType]::ParameterValue, 'Who may use this store: create, list, show, edit, passwd, quota and more')
            [CompletionResult]::new('server', 'server', [CompletionResultType]::ParameterValue, 'Servers behind mcpgw: add, list, show, edit, test, logs and more')
            [CompletionResult]::new('session', 'session', [CompletionResultType]::ParameterValue, 'Clients that are served now: list, show, kill')
            [CompletionResult]::new('tool', 'tool', [CompletionResultType]::ParameterValue, 'Tools of all servers: list, show, call, edit, disable, enable')
            [CompletionResult]::new('prompt', 'prompt', [CompletionResultType]::ParameterValue, 'Prompts of all servers: list, get, edit, disable, enable')
            [CompletionResult]::new('resource', 'resource', [CompletionResultType]::ParameterValue, 'Resources of all servers: list, read, edit, disable, enable')
            [CompletionResult]::new('secret', 'secret', [CompletionResultType]::ParameterValue, 'Secrets under names: set, list, grant, remove, rotate-key')
            [CompletionResult]::new('team', 'team', [CompletionResultType]::ParameterValue, 'People who share servers: create, list, show, edit, member, invite and more')
            [CompletionResult]::new('role', 'role', [CompletionResultType]::ParameterValue, 'Named sets of permissions: list, show, create, edit, delete, grant, revoke')
            [CompletionResult]::new('token', 'token', [CompletionResultType]::ParameterValue, 'Credentials that can do exactly what they must: create, list, show, edit, rotate, revoke, usage, verify')
            [CompletionResult]::new('profile', 'profile', [CompletionResultType]::ParameterValue, 'Clients of this machine, and the tokens that they have: create, list, remove')
            [CompletionResult]::new('key', 'key', [CompletionResultType]::ParameterValue, 'Keys that sign tokens: list, rotate, import, export')
            [CompletionResult]::new('vault', 'vault', [CompletionResultType]::ParameterValue, 'Where the key to sealed values is kept: status, move')
            [CompletionResult]::new('audit', 'audit', [CompletionResultType]::ParameterValue, 'Who did what, and whether anybody changed that since: list, show, export, head, verify')
            [CompletionResult]::new('usage', 'usage', [CompletionResultType]::ParameterValue, 'Who used what, and what came of it: report')
            [CompletionResult]::new('config', 'config', [CompletionResultType]::ParameterValue, 'Settings: list, get, set, unset, path')
            [CompletionResult]::new('completions', 'completions', [CompletionResultType]::ParameterValue, 'Print a shell''s completion script')
            [CompletionResult]::new('man', 'man', [CompletionResultType]::ParameterValue, 'Print a page of the manual')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'mcpgw;help;stdio' {
            break
        }
        'mcpgw;help;try' {
            break
        }
        'mcpgw;help;status' {
            break
        }
        'mcpgw;help;tui' {
            break
        }
        'mcpgw;help;explain' {
            break
        }
        'mcpgw;help;login' {
            break
        }
        'mcpgw;help;logout' {
            break
        }
        'mcpgw;help;whoami' {
            break
        }
        'mcpgw;help;user' {
            [CompletionResult]::new('create', 'create', [CompletionResultType]::ParameterValue, 'Create a user')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List users')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show a user')
            [CompletionResult]::new('edit', 'edit', [CompletionResultType]::ParameterValue, 'Change a user''s email, name or role')
            [CompletionResult]::new('quota', 'quota', [CompletionResultType]::ParameterValue, 'Show or limit how many calls a user makes')
            [CompletionResult]::new('disable', 'disable', [CompletionResultType]::ParameterValue, 'Let a user act no more, and end their logins')
            [CompletionResult]::new('enable', 'enable', [CompletionResultType]::ParameterValue, 'Let a user act again who was disabled')
            [CompletionResult]::new('approve', 'approve', [CompletionResultType]::ParameterValue, 'Let a user act who was created as pending')
            [CompletionResult]::new('unlock', 'unlock', [CompletionResultType]::ParameterValue, 'Let a user log in again who had too many wrong passwords')
            [CompletionResult]::new('delete', 'delete', [CompletionResultType]::ParameterValue, 'Delete a user with what only they could see')
            [CompletionResult]::new('passwd', 'passwd', [CompletionResultType]::ParameterValue, 'Choose another password')
            [CompletionResult]::new('recover', 'recover', [CompletionResultType]::ParameterValue, 'Unlock an admin when no admin can: for whoever owns the store and opens its vault')
            break
        }
        'mcpgw;help;user;create' {
            break
        }
        'mcpgw;help;user;list' {
            break
        }
        'mcpgw;help;user;show' {
            break
        }
        'mcpgw;help;user;edit' {
            break
        }
        'mcpgw;help;user;quota' {
            break
        }
        'mcpgw;help;user;disable' {
            break
        }
        'mcpgw;help;user;enable' {
            break
        }
        'mcpgw;help;user;approve' {
            break
        }
        'mcpgw;help;user;unlock' {
            break
        }
        'mcpgw;help;user;delete' {
            break
        }
        'mcpgw;help;user;passwd' {
            break
        }
        'mcpgw;help;user;recover' {
            break
        }
        'mcpgw;help;server' {
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Add a server: start it once, show what it offers, and keep both')
            [CompletionResult]::new('add-json', 'add-json', [CompletionResultType]::ParameterValue, 'Add a server from the JSON of a client''s configuration')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List servers')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show one server and what it offers')
            [CompletionResult]::new('edit', 'edit', [CompletionResultType]::ParameterValue, 'Change a server; what is not named stays')
            [CompletionResult]::new('test', 'test', [CompletionResultType]::ParameterValue, 'Start a server alone, and show each step')
            [CompletionResult]::new('logs', 'logs', [CompletionResultType]::ParameterValue, 'Show what a server said on stderr, and what became of it')
            [CompletionResult]::new('enable', 'enable', [CompletionResultType]::ParameterValue, 'Let sessions use a server again')
            [CompletionResult]::new('disable', 'disable', [CompletionResultType]::ParameterValue, 'Keep a server, but let no session use it')
            [CompletionResult]::new('restart', 'restart', [CompletionResultType]::ParameterValue, 'Run a server anew in every session that has it')
            [CompletionResult]::new('remove', 'remove', [CompletionResultType]::ParameterValue, 'Remove a server and all that is kept about it')
            break
        }
        'mcpgw;help;server;add' {
            break
        }
        'mcpgw;help;server;add-json' {
            break
        }
        'mcpgw;help;server;list' {
            break
        }
        'mcpgw;help;server;show' {
            break
        }
        'mcpgw;help;server;edit' {
            break
        }
        'mcpgw;help;server;test' {
            break
        }
        'mcpgw;help;server;logs' {
            break
        }
        'mcpgw;help;server;enable' {
            break
        }
        'mcpgw;help;server;disable' {
            break
        }
        'mcpgw;help;server;restart' {
            break
        }
        'mcpgw;help;server;remove' {
            break
        }
        'mcpgw;help;session' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the clients that are served now')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show one of them and how its servers are')
            [CompletionResult]::new('kill', 'kill', [CompletionResultType]::ParameterValue, 'End a session, with its servers')
            break
        }
        'mcpgw;help;session;list' {
            break
        }
        'mcpgw;help;session;show' {
            break
        }
        'mcpgw;help;session;kill' {
            break
        }
        'mcpgw;help;tool' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List tools as clients see them')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show one tool with its arguments')
            [CompletionResult]::new('call', 'call', [CompletionResultType]::ParameterValue, 'Call a tool')
            [CompletionResult]::new('enable', 'enable', [CompletionResultType]::ParameterValue, 'Let clients use a tool again')
            [CompletionResult]::new('disable', 'disable', [CompletionResultType]::ParameterValue, 'Keep a tool from all clients: it is neither listed nor called')
            [CompletionResult]::new('edit', 'edit', [CompletionResultType]::ParameterValue, 'Change who may see and use a tool')
            break
        }
        'mcpgw;help;tool;list' {
            break
        }
        'mcpgw;help;tool;show' {
            break
        }
        'mcpgw;help;tool;call' {
            break
        }
        'mcpgw;help;tool;enable' {
            break
        }
        'mcpgw;help;tool;disable' {
            break
        }
        'mcpgw;help;tool;edit' {
            break
        }
        'mcpgw;help;prompt' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List prompts as clients see them')
            [CompletionResult]::new('get', 'get', [CompletionResultType]::ParameterValue, 'Fill in a prompt and print its messages')
            [CompletionResult]::new('enable', 'enable', [CompletionResultType]::ParameterValue, 'Let clients use a prompt again')
            [CompletionResult]::new('disable', 'disable', [CompletionResultType]::ParameterValue, 'Keep a prompt from all clients: it is neither listed nor got')
            [CompletionResult]::new('edit', 'edit', [CompletionResultType]::ParameterValue, 'Change who may see and use a prompt')
            break
        }
        'mcpgw;help;prompt;list' {
            break
        }
        'mcpgw;help;prompt;get' {
            break
        }
        'mcpgw;help;prompt;enable' {
            break
        }
        'mcpgw;help;prompt;disable' {
            break
        }
        'mcpgw;help;prompt;edit' {
            break
        }
        'mcpgw;help;resource' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List resources and templates as clients see them')
            [CompletionResult]::new('read', 'read', [CompletionResultType]::ParameterValue, 'Print a resource''s contents')
            [CompletionResult]::new('enable', 'enable', [CompletionResultType]::ParameterValue, 'Let clients use a resource again')
            [CompletionResult]::new('disable', 'disable', [CompletionResultType]::ParameterValue, 'Keep a resource from all clients: it is neither listed nor read')
            [CompletionResult]::new('edit', 'edit', [CompletionResultType]::ParameterValue, 'Change who may see and use a resource')
            break
        }
        'mcpgw;help;resource;list' {
            break
        }
        'mcpgw;help;resource;read' {
            break
        }
        'mcpgw;help;resource;enable' {
            break
        }
        'mcpgw;help;resource;disable' {
            break
        }
        'mcpgw;help;resource;edit' {
            break
        }
        'mcpgw;help;secret' {
            [CompletionResult]::new('set', 'set', [CompletionResultType]::ParameterValue, 'Make a secret, or give it another value')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List secrets, and never their values')
            [CompletionResult]::new('grant', 'grant', [CompletionResultType]::ParameterValue, 'Let a server have your secret for `secret://me/NAME`')
            [CompletionResult]::new('remove', 'remove', [CompletionResultType]::ParameterValue, 'Remove a secret')
            [CompletionResult]::new('rotate-key', 'rotate-key', [CompletionResultType]::ParameterValue, 'Seal everything anew under a new key')
            break
        }
        'mcpgw;help;secret;set' {
            break
        }
        'mcpgw;help;secret;list' {
            break
        }
        'mcpgw;help;secret;grant' {
            break
        }
        'mcpgw;help;secret;remove' {
            break
        }
        'mcpgw;help;secret;rotate-key' {
            break
        }
        'mcpgw;help;team' {
            [CompletionResult]::new('create', 'create', [CompletionResultType]::ParameterValue, 'Make a team, which is yours')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the teams that you are in, or may find')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show a team')
            [CompletionResult]::new('edit', 'edit', [CompletionResultType]::ParameterValue, 'Change a team')
            [CompletionResult]::new('delete', 'delete', [CompletionResultType]::ParameterValue, 'Delete a team')
            [CompletionResult]::new('suspend', 'suspend', [CompletionResultType]::ParameterValue, 'Stop serving all that a team has')
            [CompletionResult]::new('resume', 'resume', [CompletionResultType]::ParameterValue, 'Serve what a team has again')
            [CompletionResult]::new('quota', 'quota', [CompletionResultType]::ParameterValue, 'Show or set what a team may have and do')
            [CompletionResult]::new('member', 'member', [CompletionResultType]::ParameterValue, 'Who is in a team: add, remove, list, set-role')
            [CompletionResult]::new('domain', 'domain', [CompletionResultType]::ParameterValue, 'The addresses of a team''s people: add, list, remove')
            [CompletionResult]::new('invite', 'invite', [CompletionResultType]::ParameterValue, 'Let people into a team with a code: create, list, revoke, accept')
            [CompletionResult]::new('join', 'join', [CompletionResultType]::ParameterValue, 'Let people in who ask: request, list, approve, reject, cancel')
            break
        }
        'mcpgw;help;team;create' {
            break
        }
        'mcpgw;help;team;list' {
            break
        }
        'mcpgw;help;team;show' {
            break
        }
        'mcpgw;help;team;edit' {
            break
        }
        'mcpgw;help;team;delete' {
            break
        }
        'mcpgw;help;team;suspend' {
            break
        }
        'mcpgw;help;team;resume' {
            break
        }
        'mcpgw;help;team;quota' {
            break
        }
        'mcpgw;help;team;member' {
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Put a user into a team')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List who is in a team')
            [CompletionResult]::new('set-role', 'set-role', [CompletionResultType]::ParameterValue, 'Give a member another role')
            [CompletionResult]::new('remove', 'remove', [CompletionResultType]::ParameterValue, 'Take somebody out of a team, or leave it')
            break
        }
        'mcpgw;help;team;member;add' {
            break
        }
        'mcpgw;help;team;member;list' {
            break
        }
        'mcpgw;help;team;member;set-role' {
            break
        }
        'mcpgw;help;team;member;remove' {
            break
        }
        'mcpgw;help;team;domain' {
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Say that addresses of a domain are those of a team''s people')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the domains of a team')
            [CompletionResult]::new('remove', 'remove', [CompletionResultType]::ParameterValue, 'Take a domain from a team')
            break
        }
        'mcpgw;help;team;domain;add' {
            break
        }
        'mcpgw;help;team;domain;list' {
            break
        }
        'mcpgw;help;team;domain;remove' {
            break
        }
        'mcpgw;help;team;invite' {
            [CompletionResult]::new('create', 'create', [CompletionResultType]::ParameterValue, 'Invite somebody into a team, who need not have an account')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the invitations into a team')
            [CompletionResult]::new('revoke', 'revoke', [CompletionResultType]::ParameterValue, 'Take an invitation back')
            [CompletionResult]::new('accept', 'accept', [CompletionResultType]::ParameterValue, 'Accept an invitation')
            break
        }
        'mcpgw;help;team;invite;create' {
            break
        }
        'mcpgw;help;team;invite;list' {
            break
        }
        'mcpgw;help;team;invite;revoke' {
            break
        }
        'mcpgw;help;team;invite;accept' {
            break
        }
        'mcpgw;help;team;join' {
            [CompletionResult]::new('request', 'request', [CompletionResultType]::ParameterValue, 'Ask to come into a team')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List who asks to come into a team, or what you asked for')
            [CompletionResult]::new('approve', 'approve', [CompletionResultType]::ParameterValue, 'Let somebody in who asks')
            [CompletionResult]::new('reject', 'reject', [CompletionResultType]::ParameterValue, 'Turn somebody away who asks')
            [CompletionResult]::new('cancel', 'cancel', [CompletionResultType]::ParameterValue, 'Take back what you asked for')
            break
        }
        'mcpgw;help;team;join;request' {
            break
        }
        'mcpgw;help;team;join;list' {
            break
        }
        'mcpgw;help;team;join;approve' {
            break
        }
        'mcpgw;help;team;join;reject' {
            break
        }
        'mcpgw;help;team;join;cancel' {
            break
        }
        'mcpgw;help;role' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List roles and what they allow')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show what a role allows')
            [CompletionResult]::new('create', 'create', [CompletionResultType]::ParameterValue, 'Make a role')
            [CompletionResult]::new('edit', 'edit', [CompletionResultType]::ParameterValue, 'Change what a role allows')
            [CompletionResult]::new('grant', 'grant', [CompletionResultType]::ParameterValue, 'Give somebody a role, in a team or everywhere')
            [CompletionResult]::new('revoke', 'revoke', [CompletionResultType]::ParameterValue, 'Take a role from somebody')
            [CompletionResult]::new('delete', 'delete', [CompletionResultType]::ParameterValue, 'Delete a role that nobody has')
            break
        }
        'mcpgw;help;role;list' {
            break
        }
        'mcpgw;help;role;show' {
            break
        }
        'mcpgw;help;role;create' {
            break
        }
        'mcpgw;help;role;edit' {
            break
        }
        'mcpgw;help;role;grant' {
            break
        }
        'mcpgw;help;role;revoke' {
            break
        }
        'mcpgw;help;role;delete' {
            break
        }
        'mcpgw;help;token' {
            [CompletionResult]::new('create', 'create', [CompletionResultType]::ParameterValue, 'Make a token, and show it this once')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List tokens')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show what a token is for')
            [CompletionResult]::new('edit', 'edit', [CompletionResultType]::ParameterValue, 'Change what a token is for, also while it is used')
            [CompletionResult]::new('rotate', 'rotate', [CompletionResultType]::ParameterValue, 'Replace a token by another one for the same')
            [CompletionResult]::new('revoke', 'revoke', [CompletionResultType]::ParameterValue, 'Have a token, or all of a user, stop working now')
            [CompletionResult]::new('usage', 'usage', [CompletionResultType]::ParameterValue, 'Say what was called with a token, and what came of it')
            [CompletionResult]::new('verify', 'verify', [CompletionResultType]::ParameterValue, 'Say whether a token is valid, and what it is for')
            break
        }
        'mcpgw;help;token;create' {
            break
        }
        'mcpgw;help;token;list' {
            break
        }
        'mcpgw;help;token;show' {
            break
        }
        'mcpgw;help;token;edit' {
            break
        }
        'mcpgw;help;token;rotate' {
            break
        }
        'mcpgw;help;token;revoke' {
            break
        }
        'mcpgw;help;token;usage' {
            break
        }
        'mcpgw;help;token;verify' {
            break
        }
        'mcpgw;help;profile' {
            [CompletionResult]::new('create', 'create', [CompletionResultType]::ParameterValue, 'Make a profile for a client, with a token of its own')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List profiles')
            [CompletionResult]::new('remove', 'remove', [CompletionResultType]::ParameterValue, 'Remove a profile, and revoke its token')
            break
        }
        'mcpgw;help;profile;create' {
            break
        }
        'mcpgw;help;profile;list' {
            break
        }
        'mcpgw;help;profile;remove' {
            break
        }
        'mcpgw;help;key' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the keys that sign tokens, or have signed some')
            [CompletionResult]::new('rotate', 'rotate', [CompletionResultType]::ParameterValue, 'Sign with a new key from now on')
            [CompletionResult]::new('import', 'import', [CompletionResultType]::ParameterValue, 'Sign with a key of your own from now on')
            [CompletionResult]::new('export', 'export', [CompletionResultType]::ParameterValue, 'Print the public halves as a JWK set, or give a key away')
            break
        }
        'mcpgw;help;key;list' {
            break
        }
        'mcpgw;help;key;rotate' {
            break
        }
        'mcpgw;help;key;import' {
            break
        }
        'mcpgw;help;key;export' {
            break
        }
        'mcpgw;help;vault' {
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'Say who keeps the vault''s key, and whether it opens')
            [CompletionResult]::new('move', 'move', [CompletionResultType]::ParameterValue, 'Give the vault''s key to another keeper')
            break
        }
        'mcpgw;help;vault;status' {
            break
        }
        'mcpgw;help;vault;move' {
            break
        }
        'mcpgw;help;audit' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List what was done last')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show one row with all that is known of it')
            [CompletionResult]::new('export', 'export', [CompletionResultType]::ParameterValue, 'Write all rows as lines of JSON')
            [CompletionResult]::new('head', 'head', [CompletionResultType]::ParameterValue, 'Print the last row''s number and hash, signed: keep it elsewhere, and rows up to it can''t be changed unseen')
            [CompletionResult]::new('verify', 'verify', [CompletionResultType]::ParameterValue, 'Check that nobody changed, removed or reordered rows')
            break
        }
        'mcpgw;help;audit;list' {
            break
        }
        'mcpgw;help;audit;show' {
            break
        }
        'mcpgw;help;audit;export' {
            break
        }
        'mcpgw;help;audit;head' {
            break
        }
        'mcpgw;help;audit;verify' {
            break
        }
        'mcpgw;help;usage' {
            [CompletionResult]::new('report', 'report', [CompletionResultType]::ParameterValue, 'Say how much was called, what came of it, and how long it took')
            break
        }
        'mcpgw;help;usage;report' {
            break
        }
        'mcpgw;help;config' {
            [CompletionResult]::new('path', 'path', [CompletionResultType]::ParameterValue, 'Print where the settings file is')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List all settings with their values')
            [CompletionResult]::new('get', 'get', [CompletionResultType]::ParameterValue, 'Print one setting''s value')
            [CompletionResult]::new('set', 'set', [CompletionResultType]::ParameterValue, 'Set one setting')
            [CompletionResult]::new('unset', 'unset', [CompletionResultType]::ParameterValue, 'Remove one setting, so that its default applies')
            break
        }
        'mcpgw;help;config;path' {
            break
        }
        'mcpgw;help;config;list' {
            break
        }
        'mcpgw;help;config;get' {
            break
        }
        'mcpgw;help;config;set' {
            break
        }
        'mcpgw;help;config;unset' {
            break
        }
        'mcpgw;help;completions' {
            break
        }
        'mcpgw;help;man' {
            break
        }
        'mcpgw;help;help' {
            break
        }
    })

    $completions.Where{ $_.CompletionText -like "$wordToComplete*" } |
        Sort-Object -Property ListItemText
}
