// Map and matrix of the people, drawn by the server; their text alternative is the list of people beside them.
import { ScrollX } from "../../ui/ScrollX";
import { lang, t } from "../../words";
import type { AccountView } from "./shapes";
import { address } from "./write";

export function Pictures({ account }: { account: AccountView }) {
  const said = account.people.map((one) => `${one.name}: ${one.stance_name}`).join("; ");
  const stamp = account.people.map((one) => `${one.id}${one.stance}${one.influence}`).join(); // drawn anew when it changes
  const source = (name: string) => address(account.id, `/${name}.svg?lang=${lang()}&v=${hash(stamp)}`);
  return (
    <section aria-labelledby="pictures-title">
      <h2 id="pictures-title">{t("web_pictures")}</h2>
      <div className="pictures">
        <ScrollX label={t("web_picture_map_name")}>
          <img src={source("map")} alt={t("web_picture_map", { said })} loading="lazy" />
        </ScrollX>
        <ScrollX label={t("web_picture_matrix_name")}>
          <img src={source("matrix")} alt={t("web_picture_matrix", { said })} loading="lazy" />
        </ScrollX>
      </div>
    </section>
  );
}

function hash(text: string): number {
  return [...text].reduce((sum, sign) => (sum * 31 + sign.charCodeAt(0)) >>> 0, 7);
}
