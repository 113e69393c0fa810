import assert from "node:assert/strict";
import { test } from "node:test";
import type { CatalogueOperation, Parameter } from "../../api/math";
import { enPages } from "../../text/enPages";
import { fieldFault, filled, listItems, listText, matrixText, requestBody } from "./request";

const parameter = (name: string, type: string, more: Partial<Parameter> = {}): Parameter => ({
  name,
  type,
  text: "",
  required: true,
  default: null,
  minimum: null,
  maximum: null,
  maximum_digits: null,
  minimum_count: null,
  maximum_count: null,
  ...more,
});
const operation: CatalogueOperation = {
  name: "o",
  category: "c",
  summary: "",
  examples: [],
  parameters: [parameter("x", "number"), parameter("values", "numbers"), parameter("m", "matrix")],
};
const words = enPages.operations.faults;

test("a list is read however it is set apart", () => {
  assert.deepEqual(listItems("[1, 1/2; 0.25\n7]"), ["1", "1/2", "0.25", "7"]);
});

test("a list of anything keeps its items as they are, with brackets around it or not", () => {
  assert.equal(listText('1, "a b", 2 m'), '[1, "a b", 2 m]');
  assert.equal(listText("[1, 2]"), "[1, 2]");
  assert.equal(listText("[1], [2]"), "[[1], [2]]");
  assert.equal(listText("1\n2,\n3"), "[1, 2, 3]");
});

test("a square matrix has a matrix's form", () => {
  const square = { ...operation, parameters: [parameter("x", "squareMatrix"), parameter("sizes", "list")] };
  assert.deepEqual(requestBody(square, { x: "1 2\n3 4", sizes: "2, 3" }, 20), {
    x: "[[1, 2], [3, 4]]",
    sizes: "[2, 3]",
    precision: 20,
  });
  assert.deepEqual(filled(square, { x: [["1", "2"]], sizes: ["2", "3"] }), { x: "1  2", sizes: "2, 3" });
});

test("rows become a matrix, and one in the language's syntax stays as it is", () => {
  assert.equal(matrixText("1 2\n3 4"), "[[1, 2], [3, 4]]");
  assert.equal(matrixText("[[1, 2]]"), "[[1, 2]]");
});

test("what is empty is not sent, and numbers go as text", () => {
  assert.deepEqual(requestBody(operation, { x: " 0.1 ", values: "", m: "1 2\n3 4" }, 30), {
    x: "0.1",
    m: "[[1, 2], [3, 4]]",
    precision: 30,
  });
});

test("an example fills the form as a person would write it", () => {
  assert.deepEqual(filled(operation, { x: "1/3", values: ["1", 2], m: "[[1, 2], [3, 4]]" }), {
    x: "1/3",
    values: "1, 2",
    m: "1  2\n3  4",
  });
});

test("a field is held to its declaration", () => {
  const bounded = parameter("n", "integer", { minimum: 0, maximum: 10 });
  assert.equal(fieldFault(bounded, "", words), "Fill this in");
  assert.equal(fieldFault(bounded, "1.5", words), "A whole number is needed here");
  assert.equal(fieldFault(bounded, "-1", words), "At least 0");
  assert.equal(fieldFault(bounded, "11", words), "At most 10");
  assert.equal(fieldFault(bounded, "7", words), undefined);
  assert.equal(fieldFault(parameter("v", "numbers", { minimum_count: 2 }), "1", words), "At least 2 values");
  assert.equal(fieldFault({ ...bounded, required: false }, "", words), undefined);
});
