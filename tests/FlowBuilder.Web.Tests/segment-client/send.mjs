// node send.mjs HOST WRITEKEY CALLS: hands each [method, message] of the JSON list CALLS to Segment's client, prints what came of it.
import { Analytics } from '@segment/analytics-node';

const [host, writeKey, calls] = process.argv.slice(2);
const failures = [];
const analytics = new Analytics({ writeKey, host, maxRetries: 0 });
analytics.on('error', (error) => failures.push(error.code ?? String(error)));
for (const [method, message] of JSON.parse(calls)) analytics[method](message);
await analytics.closeAndFlush({ timeout: 20000 });
console.log(JSON.stringify({ failures }));
