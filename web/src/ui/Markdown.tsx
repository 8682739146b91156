// Markdown as elements of the page. Never as HTML: tags that somebody typed are shown as the text they are.
import { Marked, type Token, type Tokens } from "marked";
import { createElement, Fragment, memo, type ReactNode } from "react";
import { t } from "../words";
import { Dated } from "./Dated";
import { FileLink } from "./FileLink";
import { ScrollX } from "./ScrollX";

const WATER = /^~{3,}[ \t]*([^~\n]+?)[ \t]*~{3,}[ \t]*(?:\n+|$)/;

/** The water line of the iceberg, `~~~ water ~~~`, which Markdown would take for the begin of code. */
const waterLine = {
  name: "water",
  level: "block" as const,
  start: (text: string) => text.match(/^~{3,}[ \t]*[^~\n]+~{3,}/m)?.index,
  tokenizer(text: string) {
    const found = WATER.exec(text);
    return found ? { type: "water", raw: found[0], text: found[1] ?? "" } : undefined;
  },
};
const reader = new Marked({ gfm: true, breaks: true, extensions: [waterLine] });

/** A line of a list, its mark or what is indented under it, with a line at the margin after it that is no item. */
const LIST_ENDS = /^([ \t]*(?:[-*+]|\d+[.)])[ \t].*|[ \t]+\S.*)\n(?=\S)(?!(?:[-*+]|\d+[.)])[ \t])/gm;

/** The coach ends a list where a line begins at the margin; Markdown would read that line into the last item. */
const lists = (text: string) => text.replace(LIST_ENDS, "$1\n\n");

type Props = { text: string; heading?: number };

/** Show `text`; its first-level headings become `<h{heading}>`, so that they fit under those of the page. */
export const Markdown = memo(function Markdown({ text, heading = 3 }: Props) {
  return <div className="markdown">{blocks(reader.lexer(lists(text)), heading)}</div>;
});

function blocks(tokens: Token[], heading: number): ReactNode {
  return tokens.map((token, index) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text have no other name
    return <Fragment key={index}>{block(token, heading)}</Fragment>;
  });
}

function block(token: Token, heading: number): ReactNode {
  switch (token.type) {
    case "space":
    case "def":
      return null;
    case "heading": {
      const { depth, tokens } = token as Tokens.Heading;
      return createElement(`h${Math.min(6, heading + depth - 1)}`, null, blocks(tokens, heading));
    }
    case "paragraph":
      return <p>{blocks((token as Tokens.Paragraph).tokens, heading)}</p>;
    case "blockquote":
      return <blockquote>{blocks((token as Tokens.Blockquote).tokens, heading)}</blockquote>;
    case "list":
      return list(token as Tokens.List, heading);
    case "table":
      return table(token as Tokens.Table, heading);
    case "code":
      return (
        <pre>
          <code>{(token as Tokens.Code).text}</code>
        </pre>
      );
    case "water":
      return <p className="water-line">{token.text as string}</p>;
    case "hr":
      return <hr />;
    default:
      return inline(token, heading);
  }
}

function inline(token: Token, heading: number): ReactNode {
  switch (token.type) {
    case "strong":
      return <strong>{blocks((token as Tokens.Strong).tokens, heading)}</strong>;
    case "em":
      return <em>{blocks((token as Tokens.Em).tokens, heading)}</em>;
    case "del":
      return <del>{blocks((token as Tokens.Del).tokens, heading)}</del>;
    case "codespan":
      return <code>{(token as Tokens.Codespan).text}</code>;
    case "checkbox":
      return (token as Token & { checked: boolean }).checked ? "☑ " : "☐ ";
    case "br":
      return <br />;
    case "link":
      return link(token as Tokens.Link, heading);
    case "escape":
      return (token as Tokens.Escape).text;
    case "text": {
      const { tokens, raw } = token as Tokens.Text;
      return tokens ? blocks(tokens, heading) : withRules(raw);
    }
    default:
      return token.raw; // html, images, whatever is new: as it was typed
  }
}

const RULE = /([[〔][a-z_]+(?:[/.][a-z0-9_]+)+[\]〕])/;

/** The rule that a judgement cites, [questions/form/open_words.sure], stands back and breaks at its strokes. */
function withRules(text: string): ReactNode {
  const pieces = text.split(RULE);
  return createElement(Fragment, null, ...pieces.map((piece, index) => (index % 2 ? rule(piece) : plain(piece))));
}

const plain = (text: string) => createElement(Dated, null, text);

function rule(name: string): ReactNode {
  const steps = name.split(/(?<=[/.])/);
  return (
    <span className="rule">
      {steps.map((step, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the steps of a name have no other name
        <Fragment key={index}>
          {index > 0 && <wbr />}
          {step}
        </Fragment>
      ))}
    </span>
  );
}

const FILES = "/api/chat/files/"; // what the coach handed out

/** A link within the page, or to a file of the coach, is a link; of all others words and address stand as text. */
function link(token: Tokens.Link, heading: number): ReactNode {
  if (token.href.startsWith("#/")) return <a href={token.href}>{blocks(token.tokens, heading)}</a>;
  if (token.href.startsWith(FILES)) return <FileLink href={token.href}>{blocks(token.tokens, heading)}</FileLink>;
  return token.raw;
}

function list(token: Tokens.List, heading: number): ReactNode {
  const items = token.items.map((item, index) => {
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: the items of a list have no other name
      <li key={index} className={item.task ? "task" : undefined}>
        {blocks(item.tokens, heading)}
      </li>
    );
  });
  return token.ordered ? <ol start={token.start || 1}>{items}</ol> : <ul>{items}</ul>;
}

function table(token: Tokens.Table, heading: number): ReactNode {
  const row = (cells: Tokens.TableCell[], tag: "th" | "td") =>
    cells.map((cell, index) => createElement(tag, { key: index }, blocks(cell.tokens, heading)));
  return (
    <ScrollX label={t("web_table", { columns: token.header.map((cell) => cell.text).join(t("web_between")) })}>
      <table>
        <thead>
          <tr>{row(token.header, "th")}</tr>
        </thead>
        <tbody>
          {token.rows.map((cells, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a table have no other name
            <tr key={index}>{row(cells, "td")}</tr>
          ))}
        </tbody>
      </table>
    </ScrollX>
  );
}
