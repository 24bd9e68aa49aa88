// One scripted session of a TypeScript SDK client: reads a plan on stdin, writes what happened to stdout, as JSON.
//
// The SDK makes the calls and judges the answers; what is written down are the messages as they came off its
// transport, before a schema could strip or default anything. `README.md` beside this folder has both shapes.

import { text } from "node:stream/consumers";

// Stdout is for the transcript alone; an SDK says some things with `console.debug`.
console.debug = console.info = console.log = console.error;

/** How long a step may wait for the notification that it names, in milliseconds. */
const NOTIFICATION_DEADLINE = 10_000;

/** What this client answers when a server asks it something; always the same, so that two sessions can be compared. */
export const ANSWERS = {
  "sampling/createMessage": {
    model: "interop-model",
    role: "assistant",
    stopReason: "endTurn",
    content: { type: "text", text: "A sampled answer." },
  },
  "elicitation/create": (params) =>
    params.mode === "url"
      ? { action: "accept" }
      : { action: "accept", content: { name: "Interop", check: true, integer: 7, number: 2.5 } },
};

/** Keeps every received message in order, each told apart by whether it belongs to the step in progress. */
class Recorder {
  #requests = new Map();
  #listeners = new Set();
  #step = -1;
  frames = [];

  begin() {
    this.#step += 1;
    this.frames = [];
  }

  /** Taps a transport; both SDKs chain a handler that is set before they connect. */
  attach(transport) {
    const send = transport.send.bind(transport);
    transport.send = (message, ...rest) => {
      if (message.method !== undefined && message.id !== undefined) {
        const token = message.params?._meta?.progressToken;
        this.#requests.set(message.id, { method: message.method, step: this.#step, token });
      }
      return send(message, ...rest);
    };
    transport.onmessage = (message) => this.#received(message);
    return transport;
  }

  #received(message) {
    this.frames.push(this.#describe(message));
    for (const listener of [...this.#listeners]) listener();
  }

  #describe(message) {
    if (message.method === undefined) {
      const request = this.#requests.get(message.id);
      const { jsonrpc, id, ...outcome } = message;
      return { kind: "response", to: request?.method ?? null, late: request?.step !== this.#step, ...outcome };
    }
    const kind = message.id === undefined ? "notification" : "request";
    const frame = { kind, method: message.method, params: message.params ?? null };
    if (message.method === "notifications/progress") {
      const { progressToken, ...params } = message.params;
      const owner = [...this.#requests.values()].find((request) => request.token === progressToken);
      return { ...frame, late: owner?.step !== this.#step, params };
    }
    return frame;
  }

  /** Settles when a received frame satisfies `wanted`, or fails when none does in time. */
  async seen(wanted, what) {
    if (this.frames.some(wanted)) return;
    await new Promise((resolve, reject) => {
      const listener = () => {
        if (!this.frames.some(wanted)) return;
        clearTimeout(deadline);
        this.#listeners.delete(listener);
        resolve();
      };
      const deadline = setTimeout(() => reject(new Error(`no ${what} came in time`)), NOTIFICATION_DEADLINE);
      this.#listeners.add(listener);
    });
  }
}

const notification = ({ method, where = {} }) => (frame) =>
  frame.kind === "notification" &&
  frame.method === method &&
  Object.entries(where).every(([key, value]) => JSON.stringify(frame.params?.[key]) === JSON.stringify(value));

/** Follows a list to its last page. */
async function everyPage(list) {
  let cursor;
  do {
    ({ nextCursor: cursor } = await list(cursor === undefined ? undefined : { cursor }));
  } while (cursor !== undefined);
}

/** The SDK's own function for a method, so that its checks apply, unless the step asks for the bare request. */
function perform(client, { method, params, bare }, options, dialect) {
  if (bare) return dialect.request(client, { method, params }, options);
  switch (method) {
    case "tools/list": return everyPage((page) => client.listTools(page, options));
    case "prompts/list": return everyPage((page) => client.listPrompts(page, options));
    case "resources/list": return everyPage((page) => client.listResources(page, options));
    case "resources/templates/list": return everyPage((page) => client.listResourceTemplates(page, options));
    case "tools/call": return dialect.callTool(client, params, options);
    case "prompts/get": return client.getPrompt(params, options);
    case "resources/read": return client.readResource(params, options);
    case "resources/subscribe": return client.subscribeResource(params, options);
    case "resources/unsubscribe": return client.unsubscribeResource(params, options);
    case "completion/complete": return client.complete(params, options);
    case "logging/setLevel": return client.setLoggingLevel(params.level, options);
    case "ping": return client.ping(options);
    default: return dialect.request(client, { method, params }, options);
  }
}

async function runStep(client, recorder, step, dialect) {
  recorder.begin();
  const abort = new AbortController();
  const options = {
    signal: abort.signal,
    onprogress: step.cancel
      ? () => abort.abort("the interop client changed its mind")
      : step.progress ? () => {} : undefined,
  };
  let threw = null;
  try {
    await perform(client, step, options, dialect);
    if (step.until) await recorder.seen(notification(step.until), step.until.method);
  } catch (error) {
    threw = String(error?.message ?? error);
  }
  return { method: step.method, threw, frames: recorder.frames };
}

/**
 * Runs the plan on stdin with a client of one SDK.
 *
 * `dialect` is where the SDKs differ: `connect(plan, tap)` gives a connected client, `callTool(client, params, options)`
 * calls a tool, `request(client, request, options)` sends a request that the SDK has no function for.
 */
export async function run(dialect) {
  const plan = JSON.parse(await text(process.stdin));
  const recorder = new Recorder();
  recorder.begin();
  const client = await dialect.connect(plan, (transport) => recorder.attach(transport));
  const opening = { method: "initialize", threw: null, frames: recorder.frames };
  const steps = [];
  for (const step of plan.steps) steps.push(await runStep(client, recorder, step, dialect));
  await client.close();
  process.stdout.write(JSON.stringify({ opening, steps }));
}
