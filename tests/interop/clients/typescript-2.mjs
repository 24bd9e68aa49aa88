// The official TypeScript SDK, 2.x. To ask for the newest era it starts the server once more, and hangs up on that one.

import { Client, specTypeSchemas } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { answer, roots, run } from "./session.mjs";

const CAPABILITIES = { roots: { listChanged: true }, sampling: {}, elicitation: { form: {}, url: {} } };

async function connect(plan, tap) {
  const versionNegotiation = { mode: plan.newest_era ? "auto" : "legacy" };
  const client = new Client({ name: "mcpgw-interop", version: "1.0.0" }, { capabilities: CAPABILITIES, versionNegotiation });
  client.setRequestHandler("roots/list", roots);
  client.setRequestHandler("sampling/createMessage", ({ params }) => answer("sampling/createMessage", params));
  client.setRequestHandler("elicitation/create", ({ params }) => answer("elicitation/create", params));
  const [command, ...args] = plan.command;
  const transport = new StdioClientTransport({ command, args, env: plan.environment, cwd: plan.cwd });
  await client.connect(tap(transport));
  return client;
}

await run({
  connect,
  callTool: (client, params, options) => client.callTool(params, options),
  request: (client, request, options) => client.request(request, specTypeSchemas.Result, options),
});
