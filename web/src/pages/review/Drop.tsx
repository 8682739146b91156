// A place to drop a file on; the same can be done with the button inside, so that nobody needs a mouse.
import { type DragEvent, type ReactNode, useState } from "react";

type Props = { onFiles: (files: File[]) => void; children: ReactNode };

export function Drop({ onFiles, children }: Props) {
  const [over, setOver] = useState(0); // how many of the elements within the pointer is over
  const dropped = (event: DragEvent) => {
    event.preventDefault();
    setOver(0);
    onFiles([...event.dataTransfer.files]);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button within does the same
    <div
      className={over > 0 ? "drop over" : "drop"}
      onDragEnter={() => setOver((depth) => depth + 1)}
      onDragLeave={() => setOver((depth) => Math.max(0, depth - 1))}
      onDragOver={(event) => event.preventDefault()}
      onDrop={dropped}
    >
      {children}
    </div>
  );
}
