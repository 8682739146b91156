// The small forms of an account page.
import { t } from "../../words";
import { EditDialog } from "./EditDialog";
import { type FieldOf, FormDialog } from "./FormDialog";
import type { AccountView, PersonView, VisitView } from "./shapes";
import { ownZone, whenOf } from "./when";
import { addContact, addNote, addStance, addStep, addVisit, changeContact, moveVisit } from "./write";

type Of = { account: string; onChanged: () => void };

function contactFields(): FieldOf[] {
  return [
    { name: "name", label: t("web_contact_name"), required: true, maxLength: 200 },
    { name: "title", label: t("web_contact_title"), maxLength: 200 },
    { name: "email", label: t("web_contact_email"), type: "email", maxLength: 200 },
    { name: "phone", label: t("web_contact_phone"), type: "tel", maxLength: 60 },
    { name: "influence", label: t("web_contact_influence"), type: "number", min: 1, max: 5 },
  ];
}

export function AddContact({ account, onChanged }: Of) {
  return (
    <FormDialog
      button={t("web_contact_add")}
      title={t("web_contact_add")}
      icon="person"
      fields={contactFields()}
      onSend={async (values) => {
        await addContact(account, values);
        onChanged();
      }}
    />
  );
}

export function EditContact({ account, person, onChanged }: Of & { person: PersonView }) {
  const { name, title, email, phone } = person;
  return (
    <EditDialog
      button={t("web_contact_edit")}
      label={t("web_contact_edit_of", { name })}
      title={t("web_contact_edit_of", { name })}
      fields={contactFields()}
      start={{ name, title, email, phone, influence: person.influence === null ? "" : String(person.influence) }}
      version={person.version}
      onSend={(values, version) => changeContact(account, person.id, version, values)}
      onChanged={onChanged}
    />
  );
}

export function AddStance({
  account,
  person,
  onChanged,
}: {
  account: AccountView;
  person: PersonView;
  onChanged: () => void;
}) {
  return (
    <FormDialog
      button={t("web_stance_add")}
      title={t("web_stance_add_of", { name: person.name })}
      lead={t("web_stance_lead")}
      fields={[
        { name: "stance", label: t("web_stance"), options: account.stances },
        {
          name: "quote",
          label: t("web_stance_quote"),
          lines: 3,
          hint: t("web_stance_quote_hint"),
          maxLength: 2000,
          required: true,
        },
        { name: "day", label: t("web_day"), type: "date", hint: t("web_day_hint") },
      ]}
      onSend={async (values) => {
        await addStance(account.id, { ...values, contact: person.id });
        onChanged();
      }}
    />
  );
}

export function AddNote({ account, onChanged }: Of) {
  return (
    <FormDialog
      button={t("web_note_add")}
      title={t("web_note_add")}
      fields={[{ name: "text", label: t("web_note"), lines: 5, required: true, maxLength: 20_000 }]}
      onSend={async (values) => {
        await addNote(account, values);
        onChanged();
      }}
    />
  );
}

export function AddStep({ account, onChanged }: Of) {
  return (
    <FormDialog
      button={t("web_account_step_add")}
      title={t("web_account_step_add")}
      fields={[
        { name: "text", label: t("web_account_step_text"), required: true, maxLength: 500 },
        { name: "due", label: t("web_account_step_by"), type: "date" },
      ]}
      onSend={async (values) => {
        await addStep(account, values);
        onChanged();
      }}
    />
  );
}

export function AddVisit({ account, onChanged }: Of) {
  return (
    <FormDialog
      button={t("web_visit_add")}
      title={t("web_visit_add")}
      icon="calendar"
      fields={[
        { name: "starts", label: t("web_visit_starts"), type: "datetime-local", required: true },
        { name: "minutes", label: t("web_visit_minutes"), type: "number", min: 1, max: 1440 },
        { name: "place", label: t("web_visit_place"), maxLength: 300 },
        { name: "purpose", label: t("web_visit_purpose"), lines: 2, maxLength: 2000 },
      ]}
      start={{ minutes: "60" }}
      onSend={async (values) => {
        await addVisit(account, values);
        onChanged();
      }}
    />
  );
}

export function MoveVisit({ account, visit, onChanged }: Of & { visit: VisitView }) {
  const hint = visit.zone && visit.zone !== ownZone() ? t("web_visit_zone", { zone: visit.zone }) : undefined;
  const starts = visit.starts.slice(0, 16);
  return (
    <EditDialog
      button={t("web_visit_move")}
      label={t("web_visit_move_of", { when: whenOf(visit) })}
      title={t("web_visit_move_title")}
      icon="calendar"
      fields={[{ name: "starts", label: t("web_visit_starts"), type: "datetime-local", required: true, hint }]}
      start={{ starts }}
      version={visit.version}
      onSend={(values, version) => moveVisit(account, visit.id, version, values.starts ?? starts)}
      onChanged={onChanged}
    />
  );
}
