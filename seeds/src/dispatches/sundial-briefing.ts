import { unwrap } from "./unwrap.ts";

/** Markdown, with the marks a newsletter desk really uses: quotes for tags are chosen clear of them. */
export const sundialBriefing = unwrap(`
# More than an hour on the line: Trump, Putin and the war over Iran

_By Joaquín Pell, London · Sunday 15 June 2025_

Former US president Donald Trump rang Vladimir Putin on Saturday, and for more than an hour the two men went over the
fighting between Israel and Iran. It was two days after the first Israeli strikes.

Mr Trump reported the outcome to his followers online:

> “He feels, as do I, this war in Israel-Iran must end, to which I explained, his war should also end.”

For the Russian side it fell to Deputy Foreign Minister Yuri Ushakov to brief journalists. He said Mr Putin had
condemned Israel’s operation and saw “unforeseeable consequences for the entire situation in the Middle East” if nobody
stepped in. It was the pair’s fourth call of the year.

On Friday Mr Trump had praised the Israeli raids as “excellent” to an American television channel. A day later he
sounded more like a man looking for the exit.

## What was on the table

- **Mediation.** Russia renewed its offer to act as go-between for Israel and Iran.

- **Nuclear talks.** Neither leader ruled out fresh negotiations, Mr Ushakov said.

- **The envoy.** Steve Witkoff stands ready to reopen contacts with Tehran, Mr Trump told Mr Putin, by the Russian
  account.

- **Ukraine.** After 22 June Moscow would again send its negotiators to meet Kyiv’s, Mr Ushakov said.

The Russian president also passed on what he had heard in two conversations earlier on Saturday, one with Benjamin
Netanyahu and one with Masoud Pezeshkian.

## Nobody flies to Muscat

Sunday’s meeting of American and Iranian negotiators in Muscat has been cancelled. Badr al-Busaidi, the foreign
minister of Oman, spoke of a postponement, but hotel bookings have been given up and both delegations have stood down.

Accounts of the reason differ. Diplomats in the Gulf said the meeting fell through because Tehran would not send a
delegation, not because of anything that had happened on the ground.

Abbas Araghchi, Iran’s foreign minister, made the position plain in a call to Kaja Kallas, who runs foreign policy for
the European Union: there can be no negotiating with the Americans while Israeli raids continue.

## The toll, and the doubts

At least 75 people had been killed in Iran by Saturday morning, according to officials there. Iranian missiles have
struck Israeli towns on each of the past two nights, and hospitals near Tel Aviv have moved wards underground.

Whether Moscow can help is another matter. “Moscow wants to be the fireman,” said Réka Dömötör of the Danube Security
Forum, who thinks the offer should be [tested rather than brushed aside](https://danube-forum.example/notes/fireman).

European governments are wary. They were not told of the call beforehand, two officials in Brussels said, and one of
them learned of it from a push alert over lunch.

Israel has not commented on the Russian offer. Iran has neither taken it up nor turned it down, which in the vocabulary
of Gulf diplomacy leaves the door ajar.

_Sundial Briefing is written in London and sent to readers every morning at seven._
`);
