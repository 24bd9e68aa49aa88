
use builtin;
use str;

set edit:completion:arg-completer[mcpgw] = {|@words|
    fn spaces {|n|
        builtin:repeat $n ' ' | str:join ''
    }
    fn cand {|text desc|
        edit:complex-candidate $text &display=$text' '(spaces (- 14 (wcswidth $text)))$desc
    }
    var command = 'mcpgw'
    for word $words[1..-1] {
        if (str:has-prefix $word '-') {
            break
        }
        set command = $command';'$word
    }
    var completions = [
        &'mcpgw'= {
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
            cand -V 'Print version'
            cand --version 'Print version'
            cand stdio 'Serve all enabled servers as one, on stdin and stdout: what an MCP client spawns'
            cand try 'Show mcpgw at work: servers behind one `mcpgw stdio`, in a temporary directory'
            cand status 'Show where things are, and how servers and sessions are doing'
            cand tui 'Look after servers, sessions, tokens and people on the whole screen'
            cand explain 'Show whether somebody may see, use and change a server or a tool, and why'
            cand login 'Log in with email and password'
            cand logout 'End your login on this machine'
            cand whoami 'Show as whom you act here'
            cand user 'Who may use this store: create, list, show, edit, passwd, quota and more'
            cand server 'Servers behind mcpgw: add, list, show, edit, test, logs and more'
            cand session 'Clients that are served now: list, show, kill'
            cand tool 'Tools of all servers: list, show, call, edit, disable, enable'
            cand prompt 'Prompts of all servers: list, get, edit, disable, enable'
            cand resource 'Resources of all servers: list, read, edit, disable, enable'
            cand secret 'Secrets under names: set, list, grant, remove, rotate-key'
            cand team 'People who share servers: create, list, show, edit, member, invite and more'
            cand role 'Named sets of permissions: list, show, create, edit, delete, grant, revoke'
            cand token 'Credentials that can do exactly what they must: create, list, show, edit, rotate, revoke, usage, verify'
            cand profile 'Clients of this machine, and the tokens that they have: create, list, remove'
            cand key 'Keys that sign tokens: list, rotate, import, export'
            cand vault 'Where the key to sealed values is kept: status, move'
            cand audit 'Who did what, and whether anybody changed that since: list, show, export, head, verify'
            cand usage 'Who used what, and what came of it: report'
            cand config 'Settings: list, get, set, unset, path'
            cand completions 'Print a shell''s completion script'
            cand man 'Print a page of the manual'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'mcpgw;stdio'= {
            cand --profile 'Act with the token of this profile; see `mcpgw profile create`'
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'mcpgw;try'= {
            cand --call 'The tool to call, by the server''s own name for it'
            cand --arguments 'The arguments of that call, as a JSON object'
            cand --start-timeout 'How long a server may take to start (1m by default)'
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'mcpgw;status'= {
            cand --interval 'How often to look'
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand -w 'Keep showing it'
            cand --watch 'Keep showing it'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'mcpgw;tui'= {
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'mcpgw;explain'= {
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;login'= {
            cand --user 'Who you are'
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --password-stdin 'Read the password from stdin'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'mcpgw;logout'= {
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --all 'End all your logins, also those of other directories and machines that use this store'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;whoami'= {
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;user'= {
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
            cand create 'Create a user'
            cand list 'List users'
            cand ls 'List users'
            cand show 'Show a user'
            cand get 'Show a user'
            cand edit 'Change a user''s email, name or role'
            cand quota 'Show or limit how many calls a user makes'
            cand disable 'Let a user act no more, and end their logins'
            cand enable 'Let a user act again who was disabled'
            cand approve 'Let a user act who was created as pending'
            cand unlock 'Let a user log in again who had too many wrong passwords'
            cand delete 'Delete a user with what only they could see'
            cand rm 'Delete a user with what only they could see'
            cand passwd 'Choose another password'
            cand recover 'Unlock an admin when no admin can: for whoever owns the store and opens its vault'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'mcpgw;user;create'= {
            cand --name 'Their name'
            cand --global-role 'Give them a role that holds everywhere: `platform_viewer`, `platform_admin`, or one that was made here'
            cand --team 'The team that the service user belongs to'
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --admin 'Make them a platform admin'
            cand --password-stdin 'Read the password from stdin'
            cand --no-password 'Give them no password: they can''t log in before they have one'
            cand --pending 'Let them act only after somebody approves them'
            cand --service 'Make a service user, which never logs in and belongs to a team'
            cand --dry-run 'Do everything but keep the result'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;user;list'= {
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;user;ls'= {
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;user;show'= {
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;user;get'= {
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;user;edit'= {
            cand --email 'What they log in with from now on'
            cand --name 'Their name'
            cand --global-role 'Give them this role everywhere, and no other: `platform_viewer`, `platform_admin`, or one that was made here'
            cand --attribute 'Note something about them'
            cand --no-attribute 'Note that no more'
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --admin 'Make them a platform admin'
            cand --no-role 'Take their roles that hold everywhere'
            cand --dry-run 'Do everything but keep the result'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;user;quota'= {
            cand --per-minute 'How many calls may be made in a minute; `none`: as many as one likes'
            cand --per-hour 'How many calls may be made in an hour'
            cand --per-day 'How many calls may be made in a day'
            cand --max-concurrent 'How many calls may run at the same time; one that is cancelled is one of them until its server is done, for a minute at most, and one that becomes a task until it is accepted'
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --dry-run 'Do everything but keep the result'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;user;disable'= {
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --dry-run 'Do everything but keep the result'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;user;enable'= {
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --dry-run 'Do everything but keep the result'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;user;approve'= {
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --dry-run 'Do everything but keep the result'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;user;unlock'= {
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --dry-run 'Do everything but keep the result'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;user;delete'= {
            cand --transfer-to 'Who gets what only they could see'
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --dry-run 'Do everything but keep the result'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;user;rm'= {
            cand --transfer-to 'Who gets what only they could see'
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --dry-run 'Do everything but keep the result'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;user;passwd'= {
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --password-stdin 'Read the password from stdin, after the present one where that is asked for'
            cand --expire 'Have them choose another one at their next login; without --password-stdin, keep the present one until then'
            cand --dry-run 'Do everything but keep the result'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;user;recover'= {
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --dry-run 'Do everything but keep the result'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;user;help'= {
            cand create 'Create a user'
            cand list 'List users'
            cand show 'Show a user'
            cand edit 'Change a user''s email, name or role'
            cand quota 'Show or limit how many calls a user makes'
            cand disable 'Let a user act no more, and end their logins'
            cand enable 'Let a user act again who was disabled'
            cand approve 'Let a user act who was created as pending'
            cand unlock 'Let a user log in again who had too many wrong passwords'
            cand delete 'Delete a user with what only they could see'
            cand passwd 'Choose another password'
            cand recover 'Unlock an admin when no admin can: for whoever owns the store and opens its vault'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'mcpgw;user;help;create'= {
        }
        &'mcpgw;user;help;list'= {
        }
        &'mcpgw;user;help;show'= {
        }
        &'mcpgw;user;help;edit'= {
        }
        &'mcpgw;user;help;quota'= {
        }
        &'mcpgw;user;help;disable'= {
        }
        &'mcpgw;user;help;enable'= {
        }
        &'mcpgw;user;help;approve'= {
        }
        &'mcpgw;user;help;unlock'= {
        }
        &'mcpgw;user;help;delete'= {
        }
        &'mcpgw;user;help;passwd'= {
        }
        &'mcpgw;user;help;recover'= {
        }
        &'mcpgw;user;help;help'= {
        }
        &'mcpgw;server'= {
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
            cand add 'Add a server: start it once, show what it offers, and keep both'
            cand add-json 'Add a server from the JSON of a client''s configuration'
            cand list 'List servers'
            cand ls 'List servers'
            cand show 'Show one server and what it offers'
            cand get 'Show one server and what it offers'
            cand edit 'Change a server; what is not named stays'
            cand test 'Start a server alone, and show each step'
            cand logs 'Show what a server said on stderr, and what became of it'
            cand enable 'Let sessions use a server again'
            cand disable 'Keep a server, but let no session use it'
            cand restart 'Run a server anew in every session that has it'
            cand remove 'Remove a server and all that is kept about it'
            cand rm 'Remove a server and all that is kept about it'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'mcpgw;server;add'= {
            cand --url 'The URL of a remote server, in place of a command; in its path and query, `secret://SECRET` is the secret of that name'
            cand --transport 'What the remote server speaks (http by default, which finds out when it is sse)'
            cand -H 'A header of every request to the URL; NAME alone asks for its value, which is how secrets are typed; in VALUE, `secret://SECRET` is the secret of that name (see mcpgw secret set)'
            cand --header 'A header of every request to the URL; NAME alone asks for its value, which is how secrets are typed; in VALUE, `secret://SECRET` is the secret of that name (see mcpgw secret set)'
            cand --header-file 'A file of `NAME: VALUE` lines, or - for stdin; when it names secrets, only you may be able to read it'
            cand -e 'A variable for the server; NAME alone asks for its value, which is how secrets are typed; a VALUE of `secret://SECRET` is the secret of that name (see mcpgw secret set)'
            cand --env 'A variable for the server; NAME alone asks for its value, which is how secrets are typed; a VALUE of `secret://SECRET` is the secret of that name (see mcpgw secret set)'
            cand --env-file 'A file of NAME=VALUE lines, as .env files are, or - for stdin; when it names secrets, only you may be able to read it'
            cand --cwd 'The directory it starts in'
            cand --alias 'The prefix of its tools'' and prompts'' names (from the server''s name by default)'
            cand --start-timeout 'How long it may take to start (1m by default)'
            cand --timeout 'How long one call may take without progress (no limit by default)'
            cand --visibility 'Who may see and use it (private by default)'
            cand --team 'The team that it belongs to; alone it means --visibility team'
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --env-stdin 'Read NAME=VALUE lines from stdin, as --env-file - does'
            cand --no-prefix 'Use its names as they are, without a prefix'
            cand --eager 'Start it with every session, rather than when it is first needed'
            cand --no-check 'Keep it without starting it first'
            cand --dry-run 'Do everything but keep the result'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'mcpgw;server;add-json'= {
            cand --alias 'The prefix of its tools'' and prompts'' names (from the server''s name by default)'
            cand --start-timeout 'How long it may take to start (1m by default)'
            cand --timeout 'How long one call may take without progress (no limit by default)'
            cand --visibility 'Who may see and use it (private by default)'
            cand --team 'The team that it belongs to; alone it means --visibility team'
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --no-prefix 'Use its names as they are, without a prefix'
            cand --eager 'Start it with every session, rather than when it is first needed'
            cand --no-check 'Keep it without starting it first'
            cand --dry-run 'Do everything but keep the result'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'mcpgw;server;list'= {
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;server;ls'= {
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;server;show'= {
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;server;get'= {
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;server;edit'= {
            cand --rename 'Another name; its alias stays'
            cand --url 'Another URL; in its path and query, `secret://SECRET` is the secret of that name'
            cand --transport 'What the remote server speaks'
            cand -H 'A header of every request to the URL; NAME alone asks for its value, which is how secrets are typed; in VALUE, `secret://SECRET` is the secret of that name (see mcpgw secret set)'
            cand --header 'A header of every request to the URL; NAME alone asks for its value, which is how secrets are typed; in VALUE, `secret://SECRET` is the secret of that name (see mcpgw secret set)'
            cand --header-file 'A file of `NAME: VALUE` lines, or - for stdin; when it names secrets, only you may be able to read it'
            cand --unset-header 'Drop a header'
            cand -e 'A variable for the server; NAME alone asks for its value, which is how secrets are typed; a VALUE of `secret://SECRET` is the secret of that name (see mcpgw secret set)'
            cand --env 'A variable for the server; NAME alone asks for its value, which is how secrets are typed; a VALUE of `secret://SECRET` is the secret of that name (see mcpgw secret set)'
            cand --env-file 'A file of NAME=VALUE lines, as .env files are, or - for stdin; when it names secrets, only you may be able to read it'
            cand --owner 'Who owns it from now on: somebody in its team'
            cand --unset-env 'Drop a variable'
            cand --cwd 'The directory it starts in'
            cand --alias 'The prefix of its tools'' and prompts'' names (from the server''s name by default)'
            cand --start-timeout 'How long it may take to start (1m by default)'
            cand --timeout 'How long one call may take without progress (no limit by default)'
            cand --visibility 'Who may see and use it (private by default)'
            cand --team 'The team that it belongs to; alone it means --visibility team'
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --env-stdin 'Read NAME=VALUE lines from stdin, as --env-file - does'
            cand --no-cwd 'Start it in whatever directory the client starts mcpgw in'
            cand --prefix 'Put its alias before its names'
            cand --no-prefix 'Use its names as they are, without a prefix'
            cand --eager 'Start it with every session, rather than when it is first needed'
            cand --no-eager 'Leave its start to mcpgw'
            cand --no-timeout 'Let a call take as long as it likes'
            cand --no-check 'Keep it without starting it first'
            cand --dry-run 'Do everything but keep the result'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'mcpgw;server;test'= {
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;server;logs'= {
            cand -n 'How many of the last lines to show'
            cand --lines 'How many of the last lines to show'
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand -f 'Go on with what comes, until interrupted'
            cand --follow 'Go on with what comes, until interrupted'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;server;enable'= {
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --dry-run 'Do everything but keep the result'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;server;disable'= {
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --dry-run 'Do everything but keep the result'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;server;restart'= {
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --dry-run 'Do everything but keep the result'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;server;remove'= {
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --dry-run 'Do everything but keep the result'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;server;rm'= {
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --dry-run 'Do everything but keep the result'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;server;help'= {
            cand add 'Add a server: start it once, show what it offers, and keep both'
            cand add-json 'Add a server from the JSON of a client''s configuration'
            cand list 'List servers'
            cand show 'Show one server and what it offers'
            cand edit 'Change a server; what is not named stays'
            cand test 'Start a server alone, and show each step'
            cand logs 'Show what a server said on stderr, and what became of it'
            cand enable 'Let sessions use a server again'
            cand disable 'Keep a server, but let no session use it'
            cand restart 'Run a server anew in every session that has it'
            cand remove 'Remove a server and all that is kept about it'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'mcpgw;server;help;add'= {
        }
        &'mcpgw;server;help;add-json'= {
        }
        &'mcpgw;server;help;list'= {
        }
        &'mcpgw;server;help;show'= {
        }
        &'mcpgw;server;help;edit'= {
        }
        &'mcpgw;server;help;test'= {
        }
        &'mcpgw;server;help;logs'= {
        }
        &'mcpgw;server;help;enable'= {
        }
        &'mcpgw;server;help;disable'= {
        }
        &'mcpgw;server;help;restart'= {
        }
        &'mcpgw;server;help;remove'= {
        }
        &'mcpgw;server;help;help'= {
        }
        &'mcpgw;session'= {
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
            cand list 'List the clients that are served now'
            cand ls 'List the clients that are served now'
            cand show 'Show one of them and how its servers are'
            cand get 'Show one of them and how its servers are'
            cand kill 'End a session, with its servers'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'mcpgw;session;list'= {
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;session;ls'= {
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;session;show'= {
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;session;get'= {
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;session;kill'= {
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --dry-run 'Do everything but keep the result'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;session;help'= {
            cand list 'List the clients that are served now'
            cand show 'Show one of them and how its servers are'
            cand kill 'End a session, with its servers'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'mcpgw;session;help;list'= {
        }
        &'mcpgw;session;help;show'= {
        }
        &'mcpgw;session;help;kill'= {
        }
        &'mcpgw;session;help;help'= {
        }
        &'mcpgw;tool'= {
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
            cand list 'List tools as clients see them'
            cand ls 'List tools as clients see them'
            cand show 'Show one tool with its arguments'
            cand get 'Show one tool with its arguments'
            cand call 'Call a tool'
            cand enable 'Let clients use a tool again'
            cand disable 'Keep a tool from all clients: it is neither listed nor called'
            cand edit 'Change who may see and use a tool'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'mcpgw;tool;list'= {
            cand --server 'Only those of this server'
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --refresh 'Start the servers and ask them, whatever is known'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;tool;ls'= {
            cand --server 'Only those of this server'
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --refresh 'Start the servers and ask them, whatever is known'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;tool;show'= {
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;tool;get'= {
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;tool;call'= {
            cand --args 'Its arguments as a JSON object, or - for stdin; passed on as they are'
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;tool;enable'= {
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --dry-run 'Do everything but keep the result'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;tool;disable'= {
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --dry-run 'Do everything but keep the result'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;tool;edit'= {
            cand --visibility 'Who may see and use it: never more people than its server'
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --dry-run 'Do everything but keep the result'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'mcpgw;tool;help'= {
            cand list 'List tools as clients see them'
            cand show 'Show one tool with its arguments'
            cand call 'Call a tool'
            cand enable 'Let clients use a tool again'
            cand disable 'Keep a tool from all clients: it is neither listed nor called'
            cand edit 'Change who may see and use a tool'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'mcpgw;tool;help;list'= {
        }
        &'mcpgw;tool;help;show'= {
        }
        &'mcpgw;tool;help;call'= {
        }
        &'mcpgw;tool;help;enable'= {
        }
        &'mcpgw;tool;help;disable'= {
        }
        &'mcpgw;tool;help;edit'= {
        }
        &'mcpgw;tool;help;help'= {
        }
        &'mcpgw;prompt'= {
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
            cand list 'List prompts as clients see them'
            cand ls 'List prompts as clients see them'
            cand get 'Fill in a prompt and print its messages'
            cand enable 'Let clients use a prompt again'
            cand disable 'Keep a prompt from all clients: it is neither listed nor got'
            cand edit 'Change who may see and use a prompt'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'mcpgw;prompt;list'= {
            cand --server 'Only those of this server'
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --refresh 'Start the servers and ask them, whatever is known'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;prompt;ls'= {
            cand --server 'Only those of this server'
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --refresh 'Start the servers and ask them, whatever is known'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;prompt;get'= {
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;prompt;enable'= {
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --dry-run 'Do everything but keep the result'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;prompt;disable'= {
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --dry-run 'Do everything but keep the result'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;prompt;edit'= {
            cand --visibility 'Who may see and use it: never more people than its server'
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --dry-run 'Do everything but keep the result'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'mcpgw;prompt;help'= {
            cand list 'List prompts as clients see them'
            cand get 'Fill in a prompt and print its messages'
            cand enable 'Let clients use a prompt again'
            cand disable 'Keep a prompt from all clients: it is neither listed nor got'
            cand edit 'Change who may see and use a prompt'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'mcpgw;prompt;help;list'= {
        }
        &'mcpgw;prompt;help;get'= {
        }
        &'mcpgw;prompt;help;enable'= {
        }
        &'mcpgw;prompt;help;disable'= {
        }
        &'mcpgw;prompt;help;edit'= {
        }
        &'mcpgw;prompt;help;help'= {
        }
        &'mcpgw;resource'= {
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
            cand list 'List resources and templates as clients see them'
            cand ls 'List resources and templates as clients see them'
            cand read 'Print a resource''s contents'
            cand get 'Print a resource''s contents'
            cand enable 'Let clients use a resource again'
            cand disable 'Keep a resource from all clients: it is neither listed nor read'
            cand edit 'Change who may see and use a resource'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'mcpgw;resource;list'= {
            cand --server 'Only those of this server'
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --refresh 'Start the servers and ask them, whatever is known'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;resource;ls'= {
            cand --server 'Only those of this server'
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --refresh 'Start the servers and ask them, whatever is known'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;resource;read'= {
            cand --server 'Ask this server, whether it lists the URI or not'
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;resource;get'= {
            cand --server 'Ask this server, whether it lists the URI or not'
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;resource;enable'= {
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --dry-run 'Do everything but keep the result'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;resource;disable'= {
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --dry-run 'Do everything but keep the result'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;resource;edit'= {
            cand --visibility 'Who may see and use it: never more people than its server'
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --dry-run 'Do everything but keep the result'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'mcpgw;resource;help'= {
            cand list 'List resources and templates as clients see them'
            cand read 'Print a resource''s contents'
            cand enable 'Let clients use a resource again'
            cand disable 'Keep a resource from all clients: it is neither listed nor read'
            cand edit 'Change who may see and use a resource'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'mcpgw;resource;help;list'= {
        }
        &'mcpgw;resource;help;read'= {
        }
        &'mcpgw;resource;help;enable'= {
        }
        &'mcpgw;resource;help;disable'= {
        }
        &'mcpgw;resource;help;edit'= {
        }
        &'mcpgw;resource;help;help'= {
        }
        &'mcpgw;secret'= {
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
            cand set 'Make a secret, or give it another value'
            cand list 'List secrets, and never their values'
            cand ls 'List secrets, and never their values'
            cand grant 'Let a server have your secret for `secret://me/NAME`'
            cand remove 'Remove a secret'
            cand rm 'Remove a secret'
            cand rotate-key 'Seal everything anew under a new key'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'mcpgw;secret;set'= {
            cand --file 'Read the value from a file, which only you may be able to read'
            cand --team 'One of a team, for the servers of that team'
            cand --lend 'Let this server have it though more people may use that, as long as its command is this one; alone it leaves the value'
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --stdin 'Read the value from stdin'
            cand --exec 'Keep no value: run a command whenever a server that needs it starts, and take what it prints'
            cand --public 'One that every server may use'
            cand --dry-run 'Do everything but keep the result'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;secret;list'= {
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;secret;ls'= {
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;secret;grant'= {
            cand --server 'The server that may have it'
            cand --team 'With --revoke: one of a team, which was lent'
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --revoke 'Take it back, also what was lent; a server that runs has it until it ends'
            cand --dry-run 'Do everything but keep the result'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;secret;remove'= {
            cand --team 'One of a team, for the servers of that team'
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --public 'One that every server may use'
            cand --dry-run 'Do everything but keep the result'
            cand --force 'Remove it even if servers use it; they won''t start'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;secret;rm'= {
            cand --team 'One of a team, for the servers of that team'
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --public 'One that every server may use'
            cand --dry-run 'Do everything but keep the result'
            cand --force 'Remove it even if servers use it; they won''t start'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;secret;rotate-key'= {
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --dry-run 'Do everything but keep the result'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;secret;help'= {
            cand set 'Make a secret, or give it another value'
            cand list 'List secrets, and never their values'
            cand grant 'Let a server have your secret for `secret://me/NAME`'
            cand remove 'Remove a secret'
            cand rotate-key 'Seal everything anew under a new key'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'mcpgw;secret;help;set'= {
        }
        &'mcpgw;secret;help;list'= {
        }
        &'mcpgw;secret;help;grant'= {
        }
        &'mcpgw;secret;help;remove'= {
        }
        &'mcpgw;secret;help;rotate-key'= {
        }
        &'mcpgw;secret;help;help'= {
        }
        &'mcpgw;team'= {
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
            cand create 'Make a team, which is yours'
            cand list 'List the teams that you are in, or may find'
            cand ls 'List the teams that you are in, or may find'
            cand show 'Show a team'
            cand get 'Show a team'
            cand edit 'Change a team'
            cand delete 'Delete a team'
            cand rm 'Delete a team'
            cand suspend 'Stop serving all that a team has'
            cand resume 'Serve what a team has again'
            cand quota 'Show or set what a team may have and do'
            cand member 'Who is in a team: add, remove, list, set-role'
            cand domain 'The addresses of a team''s people: add, list, remove'
            cand invite 'Let people into a team with a code: create, list, revoke, accept'
            cand join 'Let people in who ask: request, list, approve, reject, cancel'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'mcpgw;team;create'= {
            cand --name 'What people call it, if not the same'
            cand --description 'What it is for'
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --discoverable 'Let people who are not in it find it, and ask to join'
            cand --dry-run 'Do everything but keep the result'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;team;list'= {
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;team;ls'= {
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;team;show'= {
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;team;get'= {
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;team;edit'= {
            cand --name 'What people call it'
            cand --description 'What it is for'
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --discoverable 'Let people who are not in it find it, and ask to join'
            cand --no-discoverable 'Let nobody find it who is not in it'
            cand --dry-run 'Do everything but keep the result'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;team;delete'= {
            cand --move-to 'Give all that it has to this team'
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --cascade 'Remove all that it has'
            cand --dry-run 'Do everything but keep the result'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;team;rm'= {
            cand --move-to 'Give all that it has to this team'
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --cascade 'Remove all that it has'
            cand --dry-run 'Do everything but keep the result'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;team;suspend'= {
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --dry-run 'Do everything but keep the result'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;team;resume'= {
            cand --trial 'For so long only; then it is suspended again'
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --dry-run 'Do everything but keep the result'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;team;quota'= {
            cand --plan 'The plan whose quotas hold where the team has none of its own'
            cand --max-servers 'How many servers it may have; `none`: as many as its plan says'
            cand --max-members 'How many members it may have'
            cand --per-minute 'How many calls may be made in a minute; `none`: as many as one likes'
            cand --per-hour 'How many calls may be made in an hour'
            cand --per-day 'How many calls may be made in a day'
            cand --max-concurrent 'How many calls may run at the same time; one that is cancelled is one of them until its server is done, for a minute at most, and one that becomes a task until it is accepted'
            cand --max-sessions-per-user 'In how many sessions of one user its servers may be at a time'
            cand --stdio 'Whether servers of the team run as processes here'
            cand --remote 'Whether the team may have remote servers'
            cand --sampling 'Whether its servers may ask the client''s model'
            cand --public 'Whether it may have servers for everybody'
            cand --sso 'Whether it may have its own provider of single sign-on'
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --no-plan 'Take the plan away'
            cand --dry-run 'Do everything but keep the result'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;team;member'= {
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
            cand add 'Put a user into a team'
            cand list 'List who is in a team'
            cand ls 'List who is in a team'
            cand set-role 'Give a member another role'
            cand remove 'Take somebody out of a team, or leave it'
            cand rm 'Take somebody out of a team, or leave it'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'mcpgw;team;member;add'= {
            cand --role 'As what: viewer, member, developer, owner, or a role that was made here'
            cand --expires 'For so long only'
            cand --reason 'Why, for the audit'
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --as-admin 'Grant yourself what you lack in the team, as an admin; the audit tells it'
            cand --dry-run 'Do everything but keep the result'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;team;member;list'= {
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;team;member;ls'= {
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;team;member;set-role'= {
            cand --expires 'For so long only; without it the role never ends'
            cand --reason 'Why, for the audit'
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --as-admin 'Grant yourself what you lack in the team, as an admin; the audit tells it'
            cand --dry-run 'Do everything but keep the result'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;team;member;remove'= {
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --dry-run 'Do everything but keep the result'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;team;member;rm'= {
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --dry-run 'Do everything but keep the result'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;team;member;help'= {
            cand add 'Put a user into a team'
            cand list 'List who is in a team'
            cand set-role 'Give a member another role'
            cand remove 'Take somebody out of a team, or leave it'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'mcpgw;team;member;help;add'= {
        }
        &'mcpgw;team;member;help;list'= {
        }
        &'mcpgw;team;member;help;set-role'= {
        }
        &'mcpgw;team;member;help;remove'= {
        }
        &'mcpgw;team;member;help;help'= {
        }
        &'mcpgw;team;domain'= {
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
            cand add 'Say that addresses of a domain are those of a team''s people'
            cand list 'List the domains of a team'
            cand ls 'List the domains of a team'
            cand remove 'Take a domain from a team'
            cand rm 'Take a domain from a team'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'mcpgw;team;domain;add'= {
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --auto-join 'Let whoever proves such an address come into the team'
            cand --dry-run 'Do everything but keep the result'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;team;domain;list'= {
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;team;domain;ls'= {
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;team;domain;remove'= {
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --dry-run 'Do everything but keep the result'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;team;domain;rm'= {
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --dry-run 'Do everything but keep the result'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;team;domain;help'= {
            cand add 'Say that addresses of a domain are those of a team''s people'
            cand list 'List the domains of a team'
            cand remove 'Take a domain from a team'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'mcpgw;team;domain;help;add'= {
        }
        &'mcpgw;team;domain;help;list'= {
        }
        &'mcpgw;team;domain;help;remove'= {
        }
        &'mcpgw;team;domain;help;help'= {
        }
        &'mcpgw;team;invite'= {
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
            cand create 'Invite somebody into a team, who need not have an account'
            cand list 'List the invitations into a team'
            cand ls 'List the invitations into a team'
            cand revoke 'Take an invitation back'
            cand accept 'Accept an invitation'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'mcpgw;team;invite;create'= {
            cand --role 'As what: viewer, member, developer, owner, or a role that was made here'
            cand --expires 'How long the invitation may be accepted'
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --dry-run 'Do everything but keep the result'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;team;invite;list'= {
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --all 'Also those that were accepted or taken back, or have expired'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;team;invite;ls'= {
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --all 'Also those that were accepted or taken back, or have expired'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;team;invite;revoke'= {
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --dry-run 'Do everything but keep the result'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;team;invite;accept'= {
            cand --name 'Your name, for a new account'
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --code-stdin 'Read the code from stdin: the first line'
            cand --password-stdin 'Read the password from stdin: the line after the code, or the first one'
            cand --dry-run 'Do everything but keep the result'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;team;invite;help'= {
            cand create 'Invite somebody into a team, who need not have an account'
            cand list 'List the invitations into a team'
            cand revoke 'Take an invitation back'
            cand accept 'Accept an invitation'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'mcpgw;team;invite;help;create'= {
        }
        &'mcpgw;team;invite;help;list'= {
        }
        &'mcpgw;team;invite;help;revoke'= {
        }
        &'mcpgw;team;invite;help;accept'= {
        }
        &'mcpgw;team;invite;help;help'= {
        }
        &'mcpgw;team;join'= {
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
            cand request 'Ask to come into a team'
            cand list 'List who asks to come into a team, or what you asked for'
            cand ls 'List who asks to come into a team, or what you asked for'
            cand approve 'Let somebody in who asks'
            cand reject 'Turn somebody away who asks'
            cand cancel 'Take back what you asked for'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'mcpgw;team;join;request'= {
            cand --message 'Why, for who answers'
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --dry-run 'Do everything but keep the result'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;team;join;list'= {
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --all 'Also those that were answered or taken back, or have expired'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;team;join;ls'= {
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --all 'Also those that were answered or taken back, or have expired'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;team;join;approve'= {
            cand --role 'As what: viewer, member, developer, owner, or a role that was made here'
            cand --expires 'For so long only'
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --dry-run 'Do everything but keep the result'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;team;join;reject'= {
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --dry-run 'Do everything but keep the result'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;team;join;cancel'= {
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --dry-run 'Do everything but keep the result'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;team;join;help'= {
            cand request 'Ask to come into a team'
            cand list 'List who asks to come into a team, or what you asked for'
            cand approve 'Let somebody in who asks'
            cand reject 'Turn somebody away who asks'
            cand cancel 'Take back what you asked for'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'mcpgw;team;join;help;request'= {
        }
        &'mcpgw;team;join;help;list'= {
        }
        &'mcpgw;team;join;help;approve'= {
        }
        &'mcpgw;team;join;help;reject'= {
        }
        &'mcpgw;team;join;help;cancel'= {
        }
        &'mcpgw;team;join;help;help'= {
        }
        &'mcpgw;team;help'= {
            cand create 'Make a team, which is yours'
            cand list 'List the teams that you are in, or may find'
            cand show 'Show a team'
            cand edit 'Change a team'
            cand delete 'Delete a team'
            cand suspend 'Stop serving all that a team has'
            cand resume 'Serve what a team has again'
            cand quota 'Show or set what a team may have and do'
            cand member 'Who is in a team: add, remove, list, set-role'
            cand domain 'The addresses of a team''s people: add, list, remove'
            cand invite 'Let people into a team with a code: create, list, revoke, accept'
            cand join 'Let people in who ask: request, list, approve, reject, cancel'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'mcpgw;team;help;create'= {
        }
        &'mcpgw;team;help;list'= {
        }
        &'mcpgw;team;help;show'= {
        }
        &'mcpgw;team;help;edit'= {
        }
        &'mcpgw;team;help;delete'= {
        }
        &'mcpgw;team;help;suspend'= {
        }
        &'mcpgw;team;help;resume'= {
        }
        &'mcpgw;team;help;quota'= {
        }
        &'mcpgw;team;help;member'= {
            cand add 'Put a user into a team'
            cand list 'List who is in a team'
            cand set-role 'Give a member another role'
            cand remove 'Take somebody out of a team, or leave it'
        }
        &'mcpgw;team;help;member;add'= {
        }
        &'mcpgw;team;help;member;list'= {
        }
        &'mcpgw;team;help;member;set-role'= {
        }
        &'mcpgw;team;help;member;remove'= {
        }
        &'mcpgw;team;help;domain'= {
            cand add 'Say that addresses of a domain are those of a team''s people'
            cand list 'List the domains of a team'
            cand remove 'Take a domain from a team'
        }
        &'mcpgw;team;help;domain;add'= {
        }
        &'mcpgw;team;help;domain;list'= {
        }
        &'mcpgw;team;help;domain;remove'= {
        }
        &'mcpgw;team;help;invite'= {
            cand create 'Invite somebody into a team, who need not have an account'
            cand list 'List the invitations into a team'
            cand revoke 'Take an invitation back'
            cand accept 'Accept an invitation'
        }
        &'mcpgw;team;help;invite;create'= {
        }
        &'mcpgw;team;help;invite;list'= {
        }
        &'mcpgw;team;help;invite;revoke'= {
        }
        &'mcpgw;team;help;invite;accept'= {
        }
        &'mcpgw;team;help;join'= {
            cand request 'Ask to come into a team'
            cand list 'List who asks to come into a team, or what you asked for'
            cand approve 'Let somebody in who asks'
            cand reject 'Turn somebody away who asks'
            cand cancel 'Take back what you asked for'
        }
        &'mcpgw;team;help;join;request'= {
        }
        &'mcpgw;team;help;join;list'= {
        }
        &'mcpgw;team;help;join;approve'= {
        }
        &'mcpgw;team;help;join;reject'= {
        }
        &'mcpgw;team;help;join;cancel'= {
        }
        &'mcpgw;team;help;help'= {
        }
        &'mcpgw;role'= {
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
            cand list 'List roles and what they allow'
            cand ls 'List roles and what they allow'
            cand show 'Show what a role allows'
            cand get 'Show what a role allows'
            cand create 'Make a role'
            cand edit 'Change what a role allows'
            cand grant 'Give somebody a role, in a team or everywhere'
            cand revoke 'Take a role from somebody'
            cand delete 'Delete a role that nobody has'
            cand rm 'Delete a role that nobody has'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'mcpgw;role;list'= {
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;role;ls'= {
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;role;show'= {
            cand --team 'The team that has it, where it is not for all'
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;role;get'= {
            cand --team 'The team that has it, where it is not for all'
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;role;create'= {
            cand --team 'The team that has it; without one every team has it'
            cand --allow 'What it allows; see `mcpgw role list`'
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --dry-run 'Do everything but keep the result'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;role;edit'= {
            cand --team 'The team that has it; without one every team has it'
            cand --allow 'What it allows from now on; see `mcpgw role list`'
            cand --deny 'What it allows no more'
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --dry-run 'Do everything but keep the result'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;role;grant'= {
            cand --team 'In this team'
            cand --expires 'For so long only'
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --dry-run 'Do everything but keep the result'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;role;revoke'= {
            cand --team 'In this team'
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --dry-run 'Do everything but keep the result'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;role;delete'= {
            cand --team 'The team that has it; without one every team has it'
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --dry-run 'Do everything but keep the result'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;role;rm'= {
            cand --team 'The team that has it; without one every team has it'
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --dry-run 'Do everything but keep the result'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;role;help'= {
            cand list 'List roles and what they allow'
            cand show 'Show what a role allows'
            cand create 'Make a role'
            cand edit 'Change what a role allows'
            cand grant 'Give somebody a role, in a team or everywhere'
            cand revoke 'Take a role from somebody'
            cand delete 'Delete a role that nobody has'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'mcpgw;role;help;list'= {
        }
        &'mcpgw;role;help;show'= {
        }
        &'mcpgw;role;help;create'= {
        }
        &'mcpgw;role;help;edit'= {
        }
        &'mcpgw;role;help;grant'= {
        }
        &'mcpgw;role;help;revoke'= {
        }
        &'mcpgw;role;help;delete'= {
        }
        &'mcpgw;role;help;help'= {
        }
        &'mcpgw;token'= {
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
            cand create 'Make a token, and show it this once'
            cand list 'List tokens'
            cand ls 'List tokens'
            cand show 'Show what a token is for'
            cand get 'Show what a token is for'
            cand edit 'Change what a token is for, also while it is used'
            cand rotate 'Replace a token by another one for the same'
            cand revoke 'Have a token, or all of a user, stop working now'
            cand usage 'Say what was called with a token, and what came of it'
            cand verify 'Say whether a token is valid, and what it is for'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'mcpgw;token;create'= {
            cand --name 'What to call it'
            cand --user 'Whose it is: a service of a team of yours'
            cand --expires 'When it ends, such as 12h or 90d from now'
            cand --team 'Only what this team has, and what is public; the name of your own team stands for what is private to you'
            cand --server 'Only this server'
            cand --tool 'Only tools that clients see under such a name; SERVER/GLOB is over the server''s own names'
            cand --prompt 'Only prompts that clients see under such a name, or SERVER/GLOB'
            cand --resource 'Only resources with such a URI, or SERVER/GLOB'
            cand --permission 'Beside using things, also this, such as servers.read or tokens.create; see `mcpgw role list`'
            cand --capabilities 'Only the items in this JSON file (- is stdin): `{"tools": {"SERVER": ["NAME"]}}`'
            cand --per-minute 'How many calls may be made in a minute; `none`: as many as one likes'
            cand --per-hour 'How many calls may be made in an hour'
            cand --per-day 'How many calls may be made in a day'
            cand --max-concurrent 'How many calls may run at the same time; one that is cancelled is one of them until its server is done, for a minute at most, and one that becomes a task until it is accepted'
            cand --days 'Only on these days, such as mon-fri or sat,sun'
            cand --hours 'Only at this time of day, such as 09:00-18:00; 22:00-06:00 ends on the day after'
            cand --zone 'The time zone of days and hours; without it this machine''s'
            cand --cidr 'Only from this network; `mcpgw stdio` and commands know no address, and refuse such a token'
            cand --client 'Only for the client that calls itself so; this keeps order, and keeps nobody out'
            cand --workspace 'Only for clients and commands that are started in this directory; this keeps order, and keeps nobody out'
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --no-expiry 'Let it work until it is revoked'
            cand --import-stdin 'Take a credential over that was made elsewhere, from stdin: 32 characters at least'
            cand --dry-run 'Do everything but keep the result'
            cand --public-only 'Only what is public'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;token;list'= {
            cand --user 'Those of this user: me, an email or an id'
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --all 'All that you may see'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;token;ls'= {
            cand --user 'Those of this user: me, an email or an id'
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --all 'All that you may see'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;token;show'= {
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;token;get'= {
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;token;edit'= {
            cand --name 'What to call it from now on'
            cand --expires 'When it ends, such as 12h or 90d from now'
            cand --clear 'Say nothing of this any more: servers, tools, prompts, resources, capabilities, permissions, hours, limits, cidrs, client, workspace'
            cand --team 'Only what this team has, and what is public; the name of your own team stands for what is private to you'
            cand --server 'Only this server'
            cand --tool 'Only tools that clients see under such a name; SERVER/GLOB is over the server''s own names'
            cand --prompt 'Only prompts that clients see under such a name, or SERVER/GLOB'
            cand --resource 'Only resources with such a URI, or SERVER/GLOB'
            cand --permission 'Beside using things, also this, such as servers.read or tokens.create; see `mcpgw role list`'
            cand --capabilities 'Only the items in this JSON file (- is stdin): `{"tools": {"SERVER": ["NAME"]}}`'
            cand --per-minute 'How many calls may be made in a minute; `none`: as many as one likes'
            cand --per-hour 'How many calls may be made in an hour'
            cand --per-day 'How many calls may be made in a day'
            cand --max-concurrent 'How many calls may run at the same time; one that is cancelled is one of them until its server is done, for a minute at most, and one that becomes a task until it is accepted'
            cand --days 'Only on these days, such as mon-fri or sat,sun'
            cand --hours 'Only at this time of day, such as 09:00-18:00; 22:00-06:00 ends on the day after'
            cand --zone 'The time zone of days and hours; without it this machine''s'
            cand --cidr 'Only from this network; `mcpgw stdio` and commands know no address, and refuse such a token'
            cand --client 'Only for the client that calls itself so; this keeps order, and keeps nobody out'
            cand --workspace 'Only for clients and commands that are started in this directory; this keeps order, and keeps nobody out'
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --no-expiry 'Let it work until it is revoked'
            cand --all-teams 'All teams again, and what is private to its user'
            cand --dry-run 'Do everything but keep the result'
            cand --public-only 'Only what is public'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;token;rotate'= {
            cand --grace 'How long the old one goes on working; without it, it stops now'
            cand --expires 'When it ends, such as 12h or 90d from now'
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --no-expiry 'Let it work until it is revoked'
            cand --dry-run 'Do everything but keep the result'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;token;revoke'= {
            cand --user 'Whose'
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --all 'All tokens of a user'
            cand --dry-run 'Do everything but keep the result'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;token;usage'= {
            cand --since 'Only calls of the last time, such as 12h or 7d; all that is kept by default'
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;token;verify'= {
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --token-stdin 'Read the token from stdin, and act as you would without it'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;token;help'= {
            cand create 'Make a token, and show it this once'
            cand list 'List tokens'
            cand show 'Show what a token is for'
            cand edit 'Change what a token is for, also while it is used'
            cand rotate 'Replace a token by another one for the same'
            cand revoke 'Have a token, or all of a user, stop working now'
            cand usage 'Say what was called with a token, and what came of it'
            cand verify 'Say whether a token is valid, and what it is for'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'mcpgw;token;help;create'= {
        }
        &'mcpgw;token;help;list'= {
        }
        &'mcpgw;token;help;show'= {
        }
        &'mcpgw;token;help;edit'= {
        }
        &'mcpgw;token;help;rotate'= {
        }
        &'mcpgw;token;help;revoke'= {
        }
        &'mcpgw;token;help;usage'= {
        }
        &'mcpgw;token;help;verify'= {
        }
        &'mcpgw;token;help;help'= {
        }
        &'mcpgw;profile'= {
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
            cand create 'Make a profile for a client, with a token of its own'
            cand list 'List profiles'
            cand ls 'List profiles'
            cand remove 'Remove a profile, and revoke its token'
            cand rm 'Remove a profile, and revoke its token'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'mcpgw;profile;create'= {
            cand --expires 'When it ends, such as 12h or 90d from now'
            cand --team 'Only what this team has, and what is public; the name of your own team stands for what is private to you'
            cand --server 'Only this server'
            cand --tool 'Only tools that clients see under such a name; SERVER/GLOB is over the server''s own names'
            cand --prompt 'Only prompts that clients see under such a name, or SERVER/GLOB'
            cand --resource 'Only resources with such a URI, or SERVER/GLOB'
            cand --permission 'Beside using things, also this, such as servers.read or tokens.create; see `mcpgw role list`'
            cand --capabilities 'Only the items in this JSON file (- is stdin): `{"tools": {"SERVER": ["NAME"]}}`'
            cand --per-minute 'How many calls may be made in a minute; `none`: as many as one likes'
            cand --per-hour 'How many calls may be made in an hour'
            cand --per-day 'How many calls may be made in a day'
            cand --max-concurrent 'How many calls may run at the same time; one that is cancelled is one of them until its server is done, for a minute at most, and one that becomes a task until it is accepted'
            cand --days 'Only on these days, such as mon-fri or sat,sun'
            cand --hours 'Only at this time of day, such as 09:00-18:00; 22:00-06:00 ends on the day after'
            cand --zone 'The time zone of days and hours; without it this machine''s'
            cand --cidr 'Only from this network; `mcpgw stdio` and commands know no address, and refuse such a token'
            cand --client 'Only for the client that calls itself so; this keeps order, and keeps nobody out'
            cand --workspace 'Only for clients and commands that are started in this directory; this keeps order, and keeps nobody out'
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --no-expiry 'Let it work until it is revoked'
            cand --dry-run 'Do everything but keep the result'
            cand --public-only 'Only what is public'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;profile;list'= {
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;profile;ls'= {
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;profile;remove'= {
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --dry-run 'Do everything but keep the result'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;profile;rm'= {
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --dry-run 'Do everything but keep the result'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;profile;help'= {
            cand create 'Make a profile for a client, with a token of its own'
            cand list 'List profiles'
            cand remove 'Remove a profile, and revoke its token'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'mcpgw;profile;help;create'= {
        }
        &'mcpgw;profile;help;list'= {
        }
        &'mcpgw;profile;help;remove'= {
        }
        &'mcpgw;profile;help;help'= {
        }
        &'mcpgw;key'= {
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
            cand list 'List the keys that sign tokens, or have signed some'
            cand ls 'List the keys that sign tokens, or have signed some'
            cand rotate 'Sign with a new key from now on'
            cand import 'Sign with a key of your own from now on'
            cand export 'Print the public halves as a JWK set, or give a key away'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'mcpgw;key;list'= {
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;key;ls'= {
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;key;rotate'= {
            cand --algorithm 'How the new key signs: `EdDSA`, HS256, HS384, HS512, RS256, RS384, RS512, PS256, ES256, ES384'
            cand --overlap 'How long tokens that the keys before have signed go on working, at most'
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --dry-run 'Do everything but keep the result'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;key;import'= {
            cand --algorithm 'What it signs as; needed for RSA keys'
            cand --overlap 'How long tokens that the keys before have signed go on working, at most'
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --dry-run 'Do everything but keep the result'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;key;export'= {
            cand --out 'The file to write to, which must not be there yet; only you can read it'
            cand --key 'Which key; without it the one that signs'
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --private 'Give the secret half away, which the audit is told of'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;key;help'= {
            cand list 'List the keys that sign tokens, or have signed some'
            cand rotate 'Sign with a new key from now on'
            cand import 'Sign with a key of your own from now on'
            cand export 'Print the public halves as a JWK set, or give a key away'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'mcpgw;key;help;list'= {
        }
        &'mcpgw;key;help;rotate'= {
        }
        &'mcpgw;key;help;import'= {
        }
        &'mcpgw;key;help;export'= {
        }
        &'mcpgw;key;help;help'= {
        }
        &'mcpgw;vault'= {
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
            cand status 'Say who keeps the vault''s key, and whether it opens'
            cand move 'Give the vault''s key to another keeper'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'mcpgw;vault;status'= {
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;vault;move'= {
            cand --to 'The new keeper'
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --dry-run 'Do everything but keep the result'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'mcpgw;vault;help'= {
            cand status 'Say who keeps the vault''s key, and whether it opens'
            cand move 'Give the vault''s key to another keeper'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'mcpgw;vault;help;status'= {
        }
        &'mcpgw;vault;help;move'= {
        }
        &'mcpgw;vault;help;help'= {
        }
        &'mcpgw;audit'= {
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
            cand list 'List what was done last'
            cand ls 'List what was done last'
            cand show 'Show one row with all that is known of it'
            cand get 'Show one row with all that is known of it'
            cand export 'Write all rows as lines of JSON'
            cand head 'Print the last row''s number and hash, signed: keep it elsewhere, and rows up to it can''t be changed unseen'
            cand verify 'Check that nobody changed, removed or reordered rows'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'mcpgw;audit;list'= {
            cand --since 'Only what was done in the last time, such as 12h or 7d'
            cand --limit 'At most so many rows: the last ones'
            cand --user 'Only what this user did: me, an email, or the id of one who may be gone'
            cand --team 'Only what concerns this team: its owners may read that'
            cand --action 'Only this action, such as server.edit; or all of a noun, such as server'
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;audit;ls'= {
            cand --since 'Only what was done in the last time, such as 12h or 7d'
            cand --limit 'At most so many rows: the last ones'
            cand --user 'Only what this user did: me, an email, or the id of one who may be gone'
            cand --team 'Only what concerns this team: its owners may read that'
            cand --action 'Only this action, such as server.edit; or all of a noun, such as server'
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;audit;show'= {
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;audit;get'= {
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;audit;export'= {
            cand --out 'Write to this file, which must not be there yet'
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;audit;head'= {
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;audit;verify'= {
            cand --expect 'A row and its hash that you have kept: the rows up to it must still be those'
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;audit;help'= {
            cand list 'List what was done last'
            cand show 'Show one row with all that is known of it'
            cand export 'Write all rows as lines of JSON'
            cand head 'Print the last row''s number and hash, signed: keep it elsewhere, and rows up to it can''t be changed unseen'
            cand verify 'Check that nobody changed, removed or reordered rows'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'mcpgw;audit;help;list'= {
        }
        &'mcpgw;audit;help;show'= {
        }
        &'mcpgw;audit;help;export'= {
        }
        &'mcpgw;audit;help;head'= {
        }
        &'mcpgw;audit;help;verify'= {
        }
        &'mcpgw;audit;help;help'= {
        }
        &'mcpgw;usage'= {
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
            cand report 'Say how much was called, what came of it, and how long it took'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'mcpgw;usage;report'= {
            cand --by 'What calls are told apart by'
            cand --since 'Only calls of the last time, such as 12h or 7d; all that is kept by default (usage.retention)'
            cand --user 'Only calls of this user: me, an email or an id'
            cand --team 'Only calls of servers of this team'
            cand --token 'Only calls with this token'
            cand --server 'Only calls of this server'
            cand --tool 'Only calls of this tool, prompt or resource, as its server calls it'
            cand --client 'Only calls of a client that calls itself this'
            cand --interval 'How often to look'
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand -w 'Keep showing it'
            cand --watch 'Keep showing it'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'mcpgw;usage;help'= {
            cand report 'Say how much was called, what came of it, and how long it took'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'mcpgw;usage;help;report'= {
        }
        &'mcpgw;usage;help;help'= {
        }
        &'mcpgw;config'= {
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
            cand path 'Print where the settings file is'
            cand list 'List all settings with their values'
            cand ls 'List all settings with their values'
            cand get 'Print one setting''s value'
            cand set 'Set one setting'
            cand unset 'Remove one setting, so that its default applies'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'mcpgw;config;path'= {
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;config;list'= {
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;config;ls'= {
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;config;get'= {
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;config;set'= {
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --dry-run 'Do everything but keep the result'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;config;unset'= {
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --dry-run 'Do everything but keep the result'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;config;help'= {
            cand path 'Print where the settings file is'
            cand list 'List all settings with their values'
            cand get 'Print one setting''s value'
            cand set 'Set one setting'
            cand unset 'Remove one setting, so that its default applies'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'mcpgw;config;help;path'= {
        }
        &'mcpgw;config;help;list'= {
        }
        &'mcpgw;config;help;get'= {
        }
        &'mcpgw;config;help;set'= {
        }
        &'mcpgw;config;help;unset'= {
        }
        &'mcpgw;config;help;help'= {
        }
        &'mcpgw;completions'= {
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;man'= {
            cand --data-dir 'Where the store is kept'
            cand --config 'The settings file'
            cand --token-file 'Act with the token in this file, which only you can read'
            cand --format 'How to print: table, json, jsonl or plain'
            cand --field 'Print one value of the JSON alone: member names and indexes, joined by dots'
            cand --color 'When to use colours: auto, always or never'
            cand --json 'Print JSON: short for --format json'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log to stderr what is done (twice: more)'
            cand --verbose 'Log to stderr what is done (twice: more)'
            cand --no-input 'Never ask anything'
            cand -y 'Answer yes to every question'
            cand --yes 'Answer yes to every question'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'mcpgw;help'= {
            cand stdio 'Serve all enabled servers as one, on stdin and stdout: what an MCP client spawns'
            cand try 'Show mcpgw at work: servers behind one `mcpgw stdio`, in a temporary directory'
            cand status 'Show where things are, and how servers and sessions are doing'
            cand tui 'Look after servers, sessions, tokens and people on the whole screen'
            cand explain 'Show whether somebody may see, use and change a server or a tool, and why'
            cand login 'Log in with email and password'
            cand logout 'End your login on this machine'
            cand whoami 'Show as whom you act here'
            cand user 'Who may use this store: create, list, show, edit, passwd, quota and more'
            cand server 'Servers behind mcpgw: add, list, show, edit, test, logs and more'
            cand session 'Clients that are served now: list, show, kill'
            cand tool 'Tools of all servers: list, show, call, edit, disable, enable'
            cand prompt 'Prompts of all servers: list, get, edit, disable, enable'
            cand resource 'Resources of all servers: list, read, edit, disable, enable'
            cand secret 'Secrets under names: set, list, grant, remove, rotate-key'
            cand team 'People who share servers: create, list, show, edit, member, invite and more'
            cand role 'Named sets of permissions: list, show, create, edit, delete, grant, revoke'
            cand token 'Credentials that can do exactly what they must: create, list, show, edit, rotate, revoke, usage, verify'
            cand profile 'Clients of this machine, and the tokens that they have: create, list, remove'
            cand key 'Keys that sign tokens: list, rotate, import, export'
            cand vault 'Where the key to sealed values is kept: status, move'
            cand audit 'Who did what, and whether anybody changed that since: list, show, export, head, verify'
            cand usage 'Who used what, and what came of it: report'
            cand config 'Settings: list, get, set, unset, path'
            cand completions 'Print a shell''s completion script'
            cand man 'Print a page of the manual'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'mcpgw;help;stdio'= {
        }
        &'mcpgw;help;try'= {
        }
        &'mcpgw;help;status'= {
        }
        &'mcpgw;help;tui'= {
        }
        &'mcpgw;help;explain'= {
        }
        &'mcpgw;help;login'= {
        }
        &'mcpgw;help;logout'= {
        }
        &'mcpgw;help;whoami'= {
        }
        &'mcpgw;help;user'= {
            cand create 'Create a user'
            cand list 'List users'
            cand show 'Show a user'
            cand edit 'Change a user''s email, name or role'
            cand quota 'Show or limit how many calls a user makes'
            cand disable 'Let a user act no more, and end their logins'
            cand enable 'Let a user act again who was disabled'
            cand approve 'Let a user act who was created as pending'
            cand unlock 'Let a user log in again who had too many wrong passwords'
            cand delete 'Delete a user with what only they could see'
            cand passwd 'Choose another password'
            cand recover 'Unlock an admin when no admin can: for whoever owns the store and opens its vault'
        }
        &'mcpgw;help;user;create'= {
        }
        &'mcpgw;help;user;list'= {
        }
        &'mcpgw;help;user;show'= {
        }
        &'mcpgw;help;user;edit'= {
        }
        &'mcpgw;help;user;quota'= {
        }
        &'mcpgw;help;user;disable'= {
        }
        &'mcpgw;help;user;enable'= {
        }
        &'mcpgw;help;user;approve'= {
        }
        &'mcpgw;help;user;unlock'= {
        }
        &'mcpgw;help;user;delete'= {
        }
        &'mcpgw;help;user;passwd'= {
        }
        &'mcpgw;help;user;recover'= {
        }
        &'mcpgw;help;server'= {
            cand add 'Add a server: start it once, show what it offers, and keep both'
            cand add-json 'Add a server from the JSON of a client''s configuration'
            cand list 'List servers'
            cand show 'Show one server and what it offers'
            cand edit 'Change a server; what is not named stays'
            cand test 'Start a server alone, and show each step'
            cand logs 'Show what a server said on stderr, and what became of it'
            cand enable 'Let sessions use a server again'
            cand disable 'Keep a server, but let no session use it'
            cand restart 'Run a server anew in every session that has it'
            cand remove 'Remove a server and all that is kept about it'
        }
        &'mcpgw;help;server;add'= {
        }
        &'mcpgw;help;server;add-json'= {
        }
        &'mcpgw;help;server;list'= {
        }
        &'mcpgw;help;server;show'= {
        }
        &'mcpgw;help;server;edit'= {
        }
        &'mcpgw;help;server;test'= {
        }
        &'mcpgw;help;server;logs'= {
        }
        &'mcpgw;help;server;enable'= {
        }
        &'mcpgw;help;server;disable'= {
        }
        &'mcpgw;help;server;restart'= {
        }
        &'mcpgw;help;server;remove'= {
        }
        &'mcpgw;help;session'= {
            cand list 'List the clients that are served now'
            cand show 'Show one of them and how its servers are'
            cand kill 'End a session, with its servers'
        }
        &'mcpgw;help;session;list'= {
        }
        &'mcpgw;help;session;show'= {
        }
        &'mcpgw;help;session;kill'= {
        }
        &'mcpgw;help;tool'= {
            cand list 'List tools as clients see them'
            cand show 'Show one tool with its arguments'
            cand call 'Call a tool'
            cand enable 'Let clients use a tool again'
            cand disable 'Keep a tool from all clients: it is neither listed nor called'
            cand edit 'Change who may see and use a tool'
        }
        &'mcpgw;help;tool;list'= {
        }
        &'mcpgw;help;tool;show'= {
        }
        &'mcpgw;help;tool;call'= {
        }
        &'mcpgw;help;tool;enable'= {
        }
        &'mcpgw;help;tool;disable'= {
        }
        &'mcpgw;help;tool;edit'= {
        }
        &'mcpgw;help;prompt'= {
            cand list 'List prompts as clients see them'
            cand get 'Fill in a prompt and print its messages'
            cand enable 'Let clients use a prompt again'
            cand disable 'Keep a prompt from all clients: it is neither listed nor got'
            cand edit 'Change who may see and use a prompt'
        }
        &'mcpgw;help;prompt;list'= {
        }
        &'mcpgw;help;prompt;get'= {
        }
        &'mcpgw;help;prompt;enable'= {
        }
        &'mcpgw;help;prompt;disable'= {
        }
        &'mcpgw;help;prompt;edit'= {
        }
        &'mcpgw;help;resource'= {
            cand list 'List resources and templates as clients see them'
            cand read 'Print a resource''s contents'
            cand enable 'Let clients use a resource again'
            cand disable 'Keep a resource from all clients: it is neither listed nor read'
            cand edit 'Change who may see and use a resource'
        }
        &'mcpgw;help;resource;list'= {
        }
        &'mcpgw;help;resource;read'= {
        }
        &'mcpgw;help;resource;enable'= {
        }
        &'mcpgw;help;resource;disable'= {
        }
        &'mcpgw;help;resource;edit'= {
        }
        &'mcpgw;help;secret'= {
            cand set 'Make a secret, or give it another value'
            cand list 'List secrets, and never their values'
            cand grant 'Let a server have your secret for `secret://me/NAME`'
            cand remove 'Remove a secret'
            cand rotate-key 'Seal everything anew under a new key'
        }
        &'mcpgw;help;secret;set'= {
        }
        &'mcpgw;help;secret;list'= {
        }
        &'mcpgw;help;secret;grant'= {
        }
        &'mcpgw;help;secret;remove'= {
        }
        &'mcpgw;help;secret;rotate-key'= {
        }
        &'mcpgw;help;team'= {
            cand create 'Make a team, which is yours'
            cand list 'List the teams that you are in, or may find'
            cand show 'Show a team'
            cand edit 'Change a team'
            cand delete 'Delete a team'
            cand suspend 'Stop serving all that a team has'
            cand resume 'Serve what a team has again'
            cand quota 'Show or set what a team may have and do'
            cand member 'Who is in a team: add, remove, list, set-role'
            cand domain 'The addresses of a team''s people: add, list, remove'
            cand invite 'Let people into a team with a code: create, list, revoke, accept'
            cand join 'Let people in who ask: request, list, approve, reject, cancel'
        }
        &'mcpgw;help;team;create'= {
        }
        &'mcpgw;help;team;list'= {
        }
        &'mcpgw;help;team;show'= {
        }
        &'mcpgw;help;team;edit'= {
        }
        &'mcpgw;help;team;delete'= {
        }
        &'mcpgw;help;team;suspend'= {
        }
        &'mcpgw;help;team;resume'= {
        }
        &'mcpgw;help;team;quota'= {
        }
        &'mcpgw;help;team;member'= {
            cand add 'Put a user into a team'
            cand list 'List who is in a team'
            cand set-role 'Give a member another role'
            cand remove 'Take somebody out of a team, or leave it'
        }
        &'mcpgw;help;team;member;add'= {
        }
        &'mcpgw;help;team;member;list'= {
        }
        &'mcpgw;help;team;member;set-role'= {
        }
        &'mcpgw;help;team;member;remove'= {
        }
        &'mcpgw;help;team;domain'= {
            cand add 'Say that addresses of a domain are those of a team''s people'
            cand list 'List the domains of a team'
            cand remove 'Take a domain from a team'
        }
        &'mcpgw;help;team;domain;add'= {
        }
        &'mcpgw;help;team;domain;list'= {
        }
        &'mcpgw;help;team;domain;remove'= {
        }
        &'mcpgw;help;team;invite'= {
            cand create 'Invite somebody into a team, who need not have an account'
            cand list 'List the invitations into a team'
            cand revoke 'Take an invitation back'
            cand accept 'Accept an invitation'
        }
        &'mcpgw;help;team;invite;create'= {
        }
        &'mcpgw;help;team;invite;list'= {
        }
        &'mcpgw;help;team;invite;revoke'= {
        }
        &'mcpgw;help;team;invite;accept'= {
        }
        &'mcpgw;help;team;join'= {
            cand request 'Ask to come into a team'
            cand list 'List who asks to come into a team, or what you asked for'
            cand approve 'Let somebody in who asks'
            cand reject 'Turn somebody away who asks'
            cand cancel 'Take back what you asked for'
        }
        &'mcpgw;help;team;join;request'= {
        }
        &'mcpgw;help;team;join;list'= {
        }
        &'mcpgw;help;team;join;approve'= {
        }
        &'mcpgw;help;team;join;reject'= {
        }
        &'mcpgw;help;team;join;cancel'= {
        }
        &'mcpgw;help;role'= {
            cand list 'List roles and what they allow'
            cand show 'Show what a role allows'
            cand create 'Make a role'
            cand edit 'Change what a role allows'
            cand grant 'Give somebody a role, in a team or everywhere'
            cand revoke 'Take a role from somebody'
            cand delete 'Delete a role that nobody has'
        }
        &'mcpgw;help;role;list'= {
        }
        &'mcpgw;help;role;show'= {
        }
        &'mcpgw;help;role;create'= {
        }
        &'mcpgw;help;role;edit'= {
        }
        &'mcpgw;help;role;grant'= {
        }
        &'mcpgw;help;role;revoke'= {
        }
        &'mcpgw;help;role;delete'= {
        }
        &'mcpgw;help;token'= {
            cand create 'Make a token, and show it this once'
            cand list 'List tokens'
            cand show 'Show what a token is for'
            cand edit 'Change what a token is for, also while it is used'
            cand rotate 'Replace a token by another one for the same'
            cand revoke 'Have a token, or all of a user, stop working now'
            cand usage 'Say what was called with a token, and what came of it'
            cand verify 'Say whether a token is valid, and what it is for'
        }
        &'mcpgw;help;token;create'= {
        }
        &'mcpgw;help;token;list'= {
        }
        &'mcpgw;help;token;show'= {
        }
        &'mcpgw;help;token;edit'= {
        }
        &'mcpgw;help;token;rotate'= {
        }
        &'mcpgw;help;token;revoke'= {
        }
        &'mcpgw;help;token;usage'= {
        }
        &'mcpgw;help;token;verify'= {
        }
        &'mcpgw;help;profile'= {
            cand create 'Make a profile for a client, with a token of its own'
            cand list 'List profiles'
            cand remove 'Remove a profile, and revoke its token'
        }
        &'mcpgw;help;profile;create'= {
        }
        &'mcpgw;help;profile;list'= {
        }
        &'mcpgw;help;profile;remove'= {
        }
        &'mcpgw;help;key'= {
            cand list 'List the keys that sign tokens, or have signed some'
            cand rotate 'Sign with a new key from now on'
            cand import 'Sign with a key of your own from now on'
            cand export 'Print the public halves as a JWK set, or give a key away'
        }
        &'mcpgw;help;key;list'= {
        }
        &'mcpgw;help;key;rotate'= {
        }
        &'mcpgw;help;key;import'= {
        }
        &'mcpgw;help;key;export'= {
        }
        &'mcpgw;help;vault'= {
            cand status 'Say who keeps the vault''s key, and whether it opens'
            cand move 'Give the vault''s key to another keeper'
        }
        &'mcpgw;help;vault;status'= {
        }
        &'mcpgw;help;vault;move'= {
        }
        &'mcpgw;help;audit'= {
            cand list 'List what was done last'
            cand show 'Show one row with all that is known of it'
            cand export 'Write all rows as lines of JSON'
            cand head 'Print the last row''s number and hash, signed: keep it elsewhere, and rows up to it can''t be changed unseen'
            cand verify 'Check that nobody changed, removed or reordered rows'
        }
        &'mcpgw;help;audit;list'= {
        }
        &'mcpgw;help;audit;show'= {
        }
        &'mcpgw;help;audit;export'= {
        }
        &'mcpgw;help;audit;head'= {
        }
        &'mcpgw;help;audit;verify'= {
        }
        &'mcpgw;help;usage'= {
            cand report 'Say how much was called, what came of it, and how long it took'
        }
        &'mcpgw;help;usage;report'= {
        }
        &'mcpgw;help;config'= {
            cand path 'Print where the settings file is'
            cand list 'List all settings with their values'
            cand get 'Print one setting''s value'
            cand set 'Set one setting'
            cand unset 'Remove one setting, so that its default applies'
        }
        &'mcpgw;help;config;path'= {
        }
        &'mcpgw;help;config;list'= {
        }
        &'mcpgw;help;config;get'= {
        }
        &'mcpgw;help;config;set'= {
        }
        &'mcpgw;help;config;unset'= {
        }
        &'mcpgw;help;completions'= {
        }
        &'mcpgw;help;man'= {
        }
        &'mcpgw;help;help'= {
        }
    ]
    $completions[$command]
}
