import { describe, expect, it } from "vitest";
import { picturesOf } from "./drawn";
import type { AccountView } from "./shapes";

const need = (topic: string, quote = "", who: string | null = null) => ({
  id: topic,
  topic,
  quote,
  who,
  day: "2026-03-01",
  by: "ann",
  why: null,
});
const depths = (...latent: ReturnType<typeof need>[]): AccountView["needs"] => [
  { level: "surface", name: "Surface", needs: [] },
  { level: "latent", name: "Latent", needs: latent },
  { level: "deep", name: "Deep", needs: [] },
];
const anna = { name: "Anna", title: "", stance: "coach", stance_name: "coach", influence: 4 };
const account = (people: object[], needs = depths()) => ({ name: "Nord", people, needs }) as unknown as AccountView;

describe("the pictures of an account", () => {
  it.each([
    [account([]), []],
    [account([anna]), ["map", "matrix"]],
    [account([], depths(need("delay"))), ["iceberg"]],
    [account([anna], depths(need("delay"))), ["map", "matrix", "iceberg"]],
  ])("are those of what is known", (of, names) => {
    expect(picturesOf(of).map(({ name }) => name)).toEqual(names);
  });

  it("say their content in words", () => {
    const [map, , iceberg] = picturesOf(account([anna], depths(need("delay", "late again", "Anna"), need("price"))));
    expect(map?.said).toBe("Anna: coach");
    expect(iceberg?.said).toBe("Surface: –. Latent: delay (Anna) “late again”; price. Deep: –.");
  });

  it("are drawn anew when what they show has changed, and only then", () => {
    const stamps = (of: AccountView) => picturesOf(of).map(({ stamp }) => stamp);
    const before = account([anna], depths(need("delay")));
    expect(stamps(account([anna], depths(need("delay"))))).toEqual(stamps(before));
    const [map, matrix] = stamps(before);
    expect(stamps(account([anna], depths(need("price")))).slice(0, 2)).toEqual([map, matrix]);
    expect(stamps(account([anna], depths(need("price"))))[2]).not.toBe(stamps(before)[2]);
    expect(stamps(account([{ ...anna, title: "CEO" }]))[0]).not.toBe(map);
  });
});
