// Map and matrix of the people and the iceberg of needs, drawn by the server. Each has its content in words; the lists of
// people and needs beside them have all of it.
import { ScrollX } from "../../ui/ScrollX";
import { lang, t } from "../../words";
import { type Picture, picturesOf } from "./drawn";
import type { AccountView } from "./shapes";
import { address } from "./write";

export function Pictures({ account }: { account: AccountView }) {
  const pictures = picturesOf(account);
  if (pictures.length === 0) return null;
  const source = ({ name, stamp }: Picture) => address(account.id, `/${name}.svg?lang=${lang()}&v=${stamp}`);
  return (
    <section aria-labelledby="pictures-title">
      <h2 id="pictures-title">{t("web_pictures")}</h2>
      <div className="pictures">
        {pictures.map((one) => (
          <ScrollX key={one.name} label={t(`web_picture_${one.name}_name`)}>
            <img src={source(one)} alt={t(`web_picture_${one.name}`, { said: one.said })} loading="lazy" />
          </ScrollX>
        ))}
      </div>
    </section>
  );
}
