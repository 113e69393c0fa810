import { plottedName } from "../../shared/expressions";

export type Range = { from: number; to: number };
export type Point = { x: number; y: number | null };

/** The service evaluates at most this many expressions in one request. */
export const requestLimit = 1000;
const most = 400;
/** So much of the range is evaluated on both sides of it, where points may lie so many times as far apart. */
const margin = 0.2;
const coarseness = 2;

/** How many points each of several curves may have over the range itself; its definition counts as an expression. */
export function pointsFor(curves: number): number {
  return Math.min(most, Math.floor((requestLimit - curves) / curves / (1 + (2 * margin) / coarseness)));
}

/** Evenly spaced places over the range, both ends among them, as decimals that are exactly what is sent. */
export function places(range: Range, count: number): number[] {
  const step = (range.to - range.from) / (count - 1);
  const digits = Math.min(15, Math.max(0, 3 - Math.floor(Math.log10(step))));
  return Array.from({ length: count }, (_, index) => Number((range.from + index * step).toFixed(digits)));
}

/** What is asked for besides, so that there is something to see as soon as the plane is moved. */
export function placesAround(range: Range, count: number): [number[], number[]] {
  const wide = (range.to - range.from) * margin;
  const outer = Math.floor((count * margin) / coarseness) + 1;
  return [
    places({ from: range.from - wide, to: range.from }, outer).slice(0, -1),
    places({ from: range.to, to: range.to + wide }, outer).slice(1),
  ];
}

/** A decimal without an exponent, which every language reads alike. */
export function decimal(value: number): string {
  return /e/.test(String(value)) ? value.toFixed(20).replace(/0+$/, "") : String(value);
}

/** What defines the curves: each is a function. */
export function definitionsOf(expressions: string[]): string[] {
  return expressions.map((expression, index) => `${plottedName(index)}(x) = ${expression}`);
}

/** What asks for their heights: each function at each of its places. */
export function callsOf(xs: number[][]): string[] {
  return xs.flatMap((own, index) => own.map((x) => `${plottedName(index)}(${decimal(x)})`));
}

/** Points with others put between them. */
export function merged(points: Point[], others: Point[]): Point[] {
  return others.length === 0 ? points : [...points, ...others].sort((a, b) => a.x - b.x);
}
