import assert from "node:assert/strict";
import { test } from "node:test";
import { chooseOrganizationName, showOrganizationName } from "./organization-name.ts";

test("A name in small letters is written as a name where that is sure.", () => {
  const names = [
    ["university of science and technology of china", "University of Science and Technology of China"],
    ["alibaba", "Alibaba"],
    ["sprocket-lab", "Sprocket Lab"],
    ["xpeng-robotics", "Xpeng Robotics"],
    ["ai-sage", "AI Sage"],
    ["Mistral AI_", "Mistral AI"],
    ["huawei technologies co. ltd", "Huawei Technologies Co. Ltd"],
    ["harbour crane co., ltd.", "Harbour Crane Co., Ltd."],
  ] as const;
  for (const [name, shown] of names) assert.equal(showOrganizationName(name), shown);
});

test("What may be meant as it stands stays.", () => {
  const names = [
    "inclusionAI",
    "spade-rl",
    "rednote-hilab",
    "lmms-lab",
    "muset.ai",
    "quay crane.",
    "jingdong1",
    "vllm",
    "ict",
    "NVIDIA",
    "_",
  ];
  for (const name of names) assert.equal(showOrganizationName(name), name);
});

test("Of several names of one organisation the newest that is no login stands for all.", () => {
  assert.equal(chooseOrganizationName("quark-llm", ["quark-llm", "Quark", "The Quarks"]), "Quark");
  assert.equal(chooseOrganizationName("spade-rl", ["spade-rl"]), "spade-rl");
  assert.equal(chooseOrganizationName("tencent", ["Tencent"]), "Tencent");
});
