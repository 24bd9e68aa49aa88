// The official TypeScript SDK, 1.x. It is the one that lets a server hand tasks to its client.

import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import {
  CreateMessageRequestSchema,
  ElicitRequestSchema,
  GetTaskPayloadRequestSchema,
  GetTaskRequestSchema,
  ListRootsRequestSchema,
  ResultSchema,
} from "@modelcontextprotocol/sdk/types.js";
import { answer, roots, run } from "./session.mjs";

const CAPABILITIES = {
  roots: { listChanged: true },
  sampling: {},
  elicitation: { form: {}, url: {} },
  tasks: { requests: { sampling: { createMessage: {} }, elicitation: { create: {} } } },
};

/** Answers at once, or as a task that is done at its first poll. */
class Tasks {
  #results = new Map();

  answer(params, result) {
    if (params.task === undefined) return result;
    const taskId = `client-task-${this.#results.size + 1}`;
    this.#results.set(taskId, result);
    return { task: this.#status(taskId, "working") };
  }

  poll({ taskId }) {
    return this.#status(taskId, "completed");
  }

  result({ taskId }) {
    return this.#results.get(taskId);
  }

  #status(taskId, status) {
    const at = "2026-01-01T00:00:00Z";
    return { taskId, status, ttl: 60_000, createdAt: at, lastUpdatedAt: at, pollInterval: 10 };
  }
}

async function connect(plan, tap) {
  const client = new Client({ name: "mcpgw-interop", version: "1.0.0" }, { capabilities: CAPABILITIES });
  const tasks = new Tasks();
  client.setRequestHandler(ListRootsRequestSchema, roots);
  client.setRequestHandler(CreateMessageRequestSchema, ({ params }) =>
    tasks.answer(params, answer("sampling/createMessage", params)));
  client.setRequestHandler(ElicitRequestSchema, ({ params }) =>
    tasks.answer(params, answer("elicitation/create", params)));
  client.setRequestHandler(GetTaskRequestSchema, ({ params }) => tasks.poll(params));
  client.setRequestHandler(GetTaskPayloadRequestSchema, ({ params }) => tasks.result(params));
  const [command, ...args] = plan.command;
  const transport = new StdioClientTransport({ command, args, env: plan.environment, cwd: plan.cwd });
  await client.connect(tap(transport));
  return client;
}

await run({
  connect,
  callTool: (client, params, options) => client.callTool(params, undefined, options),
  request: (client, request, options) => client.request(request, ResultSchema, options),
});
