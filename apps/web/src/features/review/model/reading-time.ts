/**
 * Nobody sees that another tag has come up, reads it and decides within this time: a press that comes sooner was begun
 * for the tag before. Browsers guard their own prompts in the same way. Far below the seconds that reading takes, so
 * that whoever does read never meets it.
 */
export const GLANCE_MS = 300;

export interface ReadingTime {
  /** May what is on the screen be decided on by a press at that time? */
  allows(pressedAt: number): boolean;
}

/** Of one tag in one version, from when it came up. A press that is not taken begins the time anew: a hail of them stays one. */
export function readingTime(shownAt: number): ReadingTime {
  let since = shownAt;
  return {
    allows(pressedAt) {
      const allowed = pressedAt - since >= GLANCE_MS;
      if (!allowed) since = Math.max(since, pressedAt);
      return allowed;
    },
  };
}
