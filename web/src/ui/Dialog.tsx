// A dialog over the page, or a drawer at its side: Escape, a click beside it or its cross close it; focus goes back to
// where it was.
import type { ReactNode } from "react";
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { t } from "../words";
import { IconButton } from "./Button";

/** What the overlay, the box in it and the dialog in that look like. */
const LOOKS = {
  plain: ["overlay", "modal", "dialog"],
  wide: ["overlay", "modal wide", "dialog"],
  drawer: ["overlay drawer-overlay", "drawer", "dialog panel-in-drawer"],
} as const;

type Props = {
  title: string;
  open: boolean;
  onClose: () => void;
  children: ReactNode;
  look?: keyof typeof LOOKS;
};

export function Dialog({ title, open, onClose, children, look = "plain" }: Props) {
  const [overlay, box, dialog] = LOOKS[look];
  return (
    <ModalOverlay className={overlay} isOpen={open} onOpenChange={(is) => is || onClose()} isDismissable>
      <Modal className={box}>
        <AriaDialog className={dialog}>
          <header className="dialog-head">
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            <IconButton icon="close" label={t("web_close")} onPress={onClose} />
          </header>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
