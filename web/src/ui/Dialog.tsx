// A dialog over the page: Escape, a click beside it or its cross close it; focus goes back to where it was.
import type { ReactNode } from "react";
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { t } from "../words";
import { IconButton } from "./Button";

type Props = { title: string; open: boolean; onClose: () => void; children: ReactNode; wide?: boolean };

export function Dialog({ title, open, onClose, children, wide = false }: Props) {
  return (
    <ModalOverlay className="overlay" isOpen={open} onOpenChange={(is) => is || onClose()} isDismissable>
      <Modal className={wide ? "modal wide" : "modal"}>
        <AriaDialog className="dialog">
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
