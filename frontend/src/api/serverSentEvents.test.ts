import assert from "node:assert/strict";
import { test } from "node:test";
import { EventParser } from "./serverSentEvents";

test("events come whole, however the text is cut", () => {
  const text = ': connected\nretry: 2000\n\nid: 7\nevent: add\ndata: {"a":\ndata: 1}\n\nid: 8\ndata: x\r\n\r\n';
  const expected = [
    { id: "7", event: "add", data: '{"a":\n1}' },
    { id: "8", event: "message", data: "x" },
  ];
  for (let size = 1; size <= text.length; size += 1) {
    const parser = new EventParser();
    const found = [];
    for (let start = 0; start < text.length; start += size) found.push(...parser.take(text.slice(start, start + size)));
    assert.deepEqual(found, expected, `pieces of ${size}`);
  }
});

test("an id holds for the events after it", () => {
  const parser = new EventParser();
  assert.equal(parser.take("id: 3\ndata: a\n\ndata: b\n\n")[1]?.id, "3");
});
