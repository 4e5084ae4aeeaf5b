import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { TaskPool } from "./task-pool.ts";

test("Everything is done, never more at once than there may be, and as many where there is enough.", async () => {
  const work = new TaskPool(3);
  const done: number[] = [];
  let [running, most] = [0, 0];
  for (let number = 0; number < 20; number += 1) {
    await work.add(async () => {
      running += 1;
      most = Math.max(most, running);
      await setTimeout(number % 3);
      running -= 1;
      done.push(number);
    });
  }
  await work.finish();
  assert.equal(most, 3);
  assert.deepEqual(
    done.sort((a, b) => a - b),
    Array.from({ length: 20 }, (_, number) => number),
  );
});

test("The first failure is thrown when nothing is under way any more, and nothing is begun with after it.", async () => {
  const work = new TaskPool(2);
  const done: string[] = [];
  await work.add(async () => {
    await setTimeout(20);
    done.push("slow");
    throw new Error("late");
  });
  await work.add(() => Promise.reject(new Error("sunk")));
  const later = async (): Promise<void> => {
    done.push("later");
  };
  await assert.rejects(work.add(later), /sunk/);
  assert.deepEqual(done, ["slow"]);
  await assert.rejects(work.finish(), /sunk/);
});
