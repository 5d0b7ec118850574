/** Names that were drawn, so that the drawing is renewed when one of them becomes known or changes. */
export class DrawnNames {
  readonly #drawn = new Map<string, string | undefined>();
  #nameOf: (participantId: string) => string | undefined = () => undefined;

  readonly nameOf = (participantId: string): string | undefined => {
    const name = this.#nameOf(participantId);
    this.#drawn.set(participantId, name);
    return name;
  };

  /** Takes another source of names; answers whether something drawn is now wrong. */
  use(nameOf: (participantId: string) => string | undefined): boolean {
    this.#nameOf = nameOf;
    return [...this.#drawn].some(([id, name]) => nameOf(id) !== name);
  }
}
