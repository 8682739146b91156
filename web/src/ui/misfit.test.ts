import { describe, expect, it } from "vitest";
import { setLang, setWords } from "../words";
import { misfitWords } from "./misfit";

const KEYS = ["web_misfit", "web_misfit_day", "web_misfit_email", "web_misfit_missing"];
const words = Object.fromEntries(KEYS.map((key) => [key, key]));
const of = (type: string, why: Partial<ValidityState>, limits = {}) =>
  misfitWords({ type, validity: { valid: false, ...why } as ValidityState, ...limits });

describe("why a value does not fit", () => {
  setWords({ zh: {}, en: { ...words, web_misfit_number: "{min} to {max}" } });
  setLang("en");

  it.each([
    ["text", { valueMissing: true }, {}, "web_misfit_missing"],
    ["textarea", { valueMissing: true }, {}, "web_misfit_missing"],
    ["email", { valueMissing: true }, {}, "web_misfit_missing"],
    ["email", { typeMismatch: true }, {}, "web_misfit_email"],
    ["number", { rangeOverflow: true }, { min: "1", max: "5" }, "1 to 5"],
    ["number", { badInput: true }, { min: "1", max: "1440" }, "1 to 1440"],
    ["number", { badInput: true }, {}, "web_misfit"],
    ["date", { badInput: true }, {}, "web_misfit_day"],
    ["datetime-local", { badInput: true, valueMissing: true }, {}, "web_misfit_day"],
    ["datetime-local", { valueMissing: true }, {}, "web_misfit_missing"],
    ["url", { typeMismatch: true }, {}, "web_misfit"],
  ])("%s %j %j", (type, why, limits, expected) => {
    expect(of(type, why, limits)).toBe(expected);
  });
});
