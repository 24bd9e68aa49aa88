// One scripted session of a TypeScript SDK client: reads a plan on stdin, writes what happened to stdout, as JSON.
//
// The SDK makes the calls and judges the answers; what is written down are the messages as they came off its
// transport, before a schema could strip or default anything. `README.md` beside this folder has both shapes.

import { text } from "node:stream/consumers";

// Stdout is for the transcript alone; an SDK says some things with `console.debug`.
console.debug = console.info = console.log = console.error;

/** How long a step may wait for the notification that it names, in milliseconds. */
const NOTIFICATION_DEADLINE = 10_000;

/** What this client answers when a server asks it something: always the same to the same question, unless the step says otherwise. */
const ANSWERS = {
  "sampling/createMessage": ({ messages }) => ({
    model: "interop-model",
    role: "assistant",
    stopReason: "endTurn",
    content: { type: "text", text: `An answer to: ${messages.map(({ content }) => content.text).join()}` },
  }),
  "elicitation/create": ({ mode, requestedSchema }) => {
    if (mode === "url") return { action: "accept" };
    const choice = requestedSchema.properties.interpretation?.oneOf[0].const;
    const content = choice === undefined ? { name: "Interop", check: true, integer: 7, number: 2.5 } : { interpretation: choice };
    return { action: "accept", content };
  },
};

/** The step in progress, and what lasts beyond it. */
const now = { answer: undefined, roots: [], saved: {} };

/** The answer to a server's request: a result, or an error that is thrown. */
export function answer(method, params) {
  if (now.answer?.error) throw Object.assign(new Error(now.answer.error.message), { code: now.answer.error.code });
  return now.answer?.result ?? ANSWERS[method](params);
}

export const roots = () => ({ roots: now.roots });

/** Keeps every received message in order, each told apart by whether it belongs to the step in progress. */
class Recorder {
  #requests = new Map();
  #listeners = new Set();
  #step = -1;
  #sent = new Map();
  frames = [];
  earlier = [];

  begin() {
    this.#step += 1;
    this.#sent.clear();
    this.earlier.push(...this.frames);
    this.frames = [];
  }

  /** Taps a transport; both SDKs chain a handler that is set before they connect. */
  attach(transport) {
    const send = transport.send.bind(transport);
    transport.send = (message, ...rest) => {
      if (message.method !== undefined && message.id !== undefined) {
        const token = message.params?._meta?.progressToken;
        const ordinal = this.#sent.get(message.method) ?? 0;
        this.#sent.set(message.method, ordinal + 1);
        this.#requests.set(message.id, { method: message.method, step: this.#step, ordinal, token });
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
      const late = request?.step !== this.#step;
      return { kind: "response", to: request?.method ?? null, ordinal: request?.ordinal ?? 0, late, ...outcome };
    }
    const kind = message.id === undefined ? "notification" : "request";
    const frame = { kind, method: message.method, params: message.params ?? null };
    if (message.method === "notifications/progress") {
      const { progressToken, ...params } = message.params;
      const owner = [...this.#requests.values()].find((request) => request.token === progressToken);
      return { ...frame, ordinal: owner?.ordinal ?? 0, late: owner?.step !== this.#step, params };
    }
    return frame;
  }

  /** Settles when a frame of this step, or of any, satisfies `wanted`; fails when none does in time. */
  async seen(wanted, { method: what, ever }) {
    if (this.frames.some(wanted) || (ever && this.earlier.some(wanted))) return;
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
  Object.entries(where).every(([key, value]) => begins(frame.params?.[key], value));

/** Whether two values are the same, or two texts as far as the expected one goes. */
const begins = (value, expected) =>
  typeof value === "string" && typeof expected === "string"
    ? value.startsWith(expected)
    : JSON.stringify(value) === JSON.stringify(expected);

/** Follows a list to its last page. */
async function everyPage(list) {
  let cursor;
  do {
    ({ nextCursor: cursor } = await list(cursor === undefined ? undefined : { cursor }));
  } while (cursor !== undefined);
}

/** The SDK's own function for a method, so that its checks apply, unless the step asks for the bare message. */
function perform(client, { method, params, bare, notify }, options, dialect) {
  if (notify) return client.notification({ method, params });
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

/** A step with what `{{name}}` stands for in its parameters. */
const filledIn = (step, names) =>
  JSON.parse(JSON.stringify(step).replace(/\{\{(\w+)\}\}/g, (whole, name) => names[name] ?? whole));

async function runStep(client, recorder, step, dialect) {
  recorder.begin();
  now.answer = step.answer;
  now.roots = step.roots ?? now.roots;
  const abort = new AbortController();
  const options = {
    signal: abort.signal,
    onprogress: step.cancel
      ? () => abort.abort("the interop client changed its mind")
      : step.progress ? () => {} : undefined,
  };
  let threw = null;
  try {
    const steps = Array.from({ length: step.times ?? 1 }, (_, at) => filledIn(step, { ...now.saved, n: at + 1 }));
    const outcomes = await Promise.allSettled(steps.map((one) => perform(client, one, options, dialect)));
    // An SDK may object to the answer, and the task is there all the same.
    if (step.save) now.saved[step.save] = recorder.frames.find(({ result }) => result?.task).result.task.taskId;
    const failed = outcomes.find(({ status }) => status === "rejected");
    if (failed) throw failed.reason;
    if (step.until) await recorder.seen(notification(step.until), step.until);
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
  now.roots = plan.roots;
  const recorder = new Recorder();
  recorder.begin();
  const client = await dialect.connect(plan, (transport) => recorder.attach(transport));
  const opening = { method: "initialize", threw: null, frames: recorder.frames };
  const steps = [];
  for (const step of plan.steps) steps.push(await runStep(client, recorder, step, dialect));
  await client.close();
  process.stdout.write(JSON.stringify({ opening, steps }));
}
