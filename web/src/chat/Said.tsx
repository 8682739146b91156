// The answer in one turn: what the buyer says stands apart from what the coach says about it.
import { memo } from "react";
import { Markdown } from "../ui/Markdown";
import type { Turn } from "./shapes";
import { spoken } from "./spoken";

type Props = { turn: Turn; withdrawn: boolean };

export const Said = memo(function Said({ turn, withdrawn }: Props) {
  return (
    <div className={withdrawn ? "turn theirs withdrawn" : "turn theirs"} lang={turn.lang === "zh" ? "zh-CN" : "en"}>
      {spoken(turn).map(({ who, kind, text }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the messages of a turn never change their order
        <div key={index} className={`bubble ${kind}`}>
          {who && <p className="speaker">{who}</p>}
          <Markdown text={text} />
        </div>
      ))}
    </div>
  );
});
