// Buttons, and links that look like them.
import type { MouseEventHandler, ReactNode } from "react";
import { Button as AriaButton, type ButtonProps } from "react-aria-components";
import { Icon, type IconName } from "./Icon";

type Look = "main" | "quiet" | "plain" | "danger";
type Props = Omit<ButtonProps, "children" | "className"> & { look?: Look; icon?: IconName; children?: ReactNode };

export function Button({ look = "quiet", icon, children, ...rest }: Props) {
  return (
    <AriaButton {...rest} className={`button ${look}`}>
      {icon && <Icon name={icon} />}
      {children}
    </AriaButton>
  );
}

/** A button that shows only its drawing; `label` is what a screen reader says and the mouse shows. */
export function IconButton({
  icon,
  label,
  ...rest
}: Omit<Props, "children" | "icon"> & { icon: IconName; label: string }) {
  const { look: _, ...props } = rest;
  return (
    <AriaButton {...props} aria-label={label} className="icon-button">
      <Icon name={icon} />
    </AriaButton>
  );
}

type LinkProps = {
  href: string;
  look?: Look;
  icon?: IconName;
  children: ReactNode;
  download?: string;
  onClick?: MouseEventHandler;
};

export function ButtonLink({ look = "quiet", icon, children, ...rest }: LinkProps) {
  return (
    <a {...rest} className={`button ${look}`}>
      {icon && <Icon name={icon} />}
      {children}
    </a>
  );
}
