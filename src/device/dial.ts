/** Hands a number to whatever telephone there is; it stands nowhere on the page. */
export const dial = (number: string): void => {
  location.assign(`tel:${number.replace(/[^\d+*#,]/g, '')}`)
}
