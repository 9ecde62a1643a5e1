/**
 * A button that goes away takes the focus with it: the same one of the next line has it, else of the one before, else
 * the heading of the list.
 */
export function focusBeside(button: HTMLElement): void {
  const item = button.closest('li')
  const beside = item?.nextElementSibling ?? item?.previousElementSibling
  const heading = item?.closest('section')?.querySelector('h2')
  if (heading) heading.tabIndex = -1
  const next = beside?.querySelector<HTMLElement>('button:last-of-type') ?? heading
  next?.focus()
}
