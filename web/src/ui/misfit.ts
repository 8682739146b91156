// Why a value does not fit its field, in the words of the page.
import { t } from "../words";

export type Control = HTMLInputElement | HTMLTextAreaElement;

export function misfitWords(control: Pick<Control, "validity" | "type"> & { min?: string; max?: string }): string {
  const { validity, type, min, max } = control;
  if (validity.badInput && type.startsWith("date")) return t("web_misfit_day");
  if (validity.valueMissing) return t("web_misfit_missing");
  if (type === "email") return t("web_misfit_email");
  if (type === "number" && min && max) return t("web_misfit_number", { min, max });
  return t("web_misfit");
}
