// The panel on a narrow screen: slides in from the side.
import type { ReactNode } from "react";
import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { IconButton } from "../ui/Button";
import { t } from "../words";

type Props = { title: string; open: boolean; onClose: () => void; children: ReactNode };

export function Drawer({ title, open, onClose, children }: Props) {
  return (
    <ModalOverlay className="overlay drawer-overlay" isOpen={open} onOpenChange={(is) => is || onClose()} isDismissable>
      <Modal className="drawer">
        <Dialog className="dialog panel-in-drawer">
          <header className="dialog-head">
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            <IconButton icon="close" label={t("web_close")} onPress={onClose} />
          </header>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
