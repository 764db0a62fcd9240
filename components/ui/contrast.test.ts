// biome-ignore lint/style/noRestrictedImports: a test runs in Node; no component imports this file.
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

type Theme = "light" | "dark";
type Rgb = readonly [number, number, number];

const css = readFileSync(new URL("tokens.css", import.meta.url), "utf8");
const declarations = new Map(
  [...css.matchAll(/--color-([a-z-]+):\s*([^;]+);/g)].map(([, name = "", value = ""]) => [name, value]),
);

/** A token's colour as linear RGB. */
function colour(name: string, theme: Theme): Rgb {
  const value = declarations.get(name);
  if (value === undefined) throw new Error(`tokens.css has no --color-${name}`);
  const alias = /^var\(--color-([a-z-]+)\)$/.exec(value);
  if (alias?.[1] !== undefined) return colour(alias[1], theme);
  const pair = /^light-dark\((oklch\([^)]+\)), (oklch\([^)]+\))\)$/.exec(value);
  return linearRgb(pair?.[theme === "light" ? 1 : 2] ?? "");
}

/** The matrices of CSS Color 4 §10 (OKLab to linear sRGB); what the screen cannot show is clipped. */
function linearRgb(oklch: string): Rgb {
  const [lightness = Number.NaN, chroma = 0, hue = 0] = [...oklch.matchAll(/[\d.]+/g)].map(Number);
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const [l, m, s] = [
    (lightness / 100 + 0.3963377774 * a + 0.2158037573 * b) ** 3,
    (lightness / 100 - 0.1055613458 * a - 0.0638541728 * b) ** 3,
    (lightness / 100 - 0.0894841775 * a - 1.291485548 * b) ** 3,
  ];
  return [
    clip(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    clip(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    clip(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

const clip = (channel: number) => Math.min(1, Math.max(0, channel));

/** WCAG 2.2, "contrast ratio". */
function contrast(one: Rgb, other: Rgb): number {
  const [darker = 0, lighter = 0] = [one, other]
    .map(([red, green, blue]) => 0.2126 * red + 0.7152 * green + 0.0722 * blue)
    .sort((left, right) => left - right);
  return (lighter + 0.05) / (darker + 0.05);
}

const GROUNDS = ["ground", "surface", "raised", "sunken"] as const;
const onEveryGround = (name: string) => GROUNDS.map((ground) => [name, ground] as const);

const TEXT = [
  ...["text", "muted", "accent", "good", "warn", "bad", "info"].flatMap(onEveryGround),
  ...["good", "warn", "bad", "info"].flatMap((tone) => [
    [tone, `${tone}-soft`] as const,
    ["text", `${tone}-soft`] as const,
    ["muted", `${tone}-soft`] as const,
  ]),
  ["text", "accent-soft"],
  ["accent", "accent-soft"],
  ["on-solid", "accent-solid"],
  ["on-solid", "accent-solid-hover"],
  ["on-solid", "bad-solid"],
  ["on-solid", "bad-solid-hover"],
] as const;

/** WCAG 1.4.11: borders of controls, what fills them when they are on, and the focus ring. */
const GRAPHICS = [
  ...["control", "accent", "bad"].flatMap(onEveryGround),
  ["accent-solid", "ground"],
  ["accent-solid", "surface"],
  ["on-solid", "control"],
] as const;

describe.each(["light", "dark"] as const)("in the %s theme", (theme) => {
  test.each(TEXT)("%s can be read on %s", (text, ground) => {
    expect(contrast(colour(text, theme), colour(ground, theme))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(GRAPHICS)("%s can be found on %s", (shape, ground) => {
    expect(contrast(colour(shape, theme), colour(ground, theme))).toBeGreaterThanOrEqual(3);
  });
});
