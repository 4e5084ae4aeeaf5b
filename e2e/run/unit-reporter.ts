/** A reporter for node:test that writes one line of JSON for each test, to be counted by unit.ts. */
import type { TestEvent } from "node:test/reporters";
import type { UnitOutcome } from "./unit.ts";

/** Called by node:test with the events of a run. */
export default async function* reportTests(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  for await (const event of events) {
    if (event.type !== "test:pass" && event.type !== "test:fail") continue;
    const { name, skip, todo, details } = event.data;
    if (details.type === "suite") continue;
    const isSkipped = skip !== undefined && skip !== false;
    const isTodo = todo !== undefined && todo !== false;
    const reason = isSkipped ? skip : isTodo ? todo : undefined;
    const outcome: UnitOutcome = {
      title: name,
      outcome: isSkipped || isTodo ? "skipped" : event.type === "test:pass" ? "passed" : "failed",
      ...(typeof reason === "string" && reason !== "" && { reason }),
    };
    yield `${JSON.stringify(outcome)}\n`;
  }
}
