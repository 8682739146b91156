import { describe, expect, it } from "vitest";
import { catalogueOf, count, found, nameOf, treeOf } from "./tree";

const files = [
  { path: "topics/price.yml", title: "价格" },
  { path: "rubric.yml", title: "How a call is scored" },
  { path: "needs/organisation/price.yml", title: "Price" },
];

describe("the tree of knowledge", () => {
  it("has folders by name", () => {
    const tree = treeOf(files);
    expect(tree.folders.map((folder) => folder.path)).toEqual(["needs", "topics"]);
    expect(tree.files.map((file) => file.path)).toEqual(["rubric.yml"]);
    expect(tree.folders[0]?.folders[0]?.path).toBe("needs/organisation");
    expect(count(tree)).toBe(3);
  });

  it.each([
    ["", 3],
    ["PRICE", 2],
    ["价格", 1],
    ["needs price", 1],
    ["nothing", 0],
  ])("search %s finds %i", (text, expected) => {
    expect(found(files, text)).toHaveLength(expected);
  });

  it.each([
    ["products/paint/catalogue.yml", "paint"],
    ["products/paint/gel.yml", "paint"],
    ["scenarios/plums.yml", null],
    ["products", null],
  ])("%s belongs to the catalogue %s", (path, catalogue) => {
    expect(catalogueOf(path)).toBe(catalogue);
  });

  it("names a file by its last part", () => {
    expect(nameOf("a/b/c.yml")).toBe("c.yml");
    expect(nameOf("c.yml")).toBe("c.yml");
  });
});
