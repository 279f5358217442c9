import { unwrap } from "./unwrap.ts";

export const pellworthStandard = unwrap(`
Putin shares wish for Israel–Iran war to stop, Trump says

Oman meeting is cancelled as birthday greetings turn into crisis diplomacy

By Renée Castellan in Washington

Sunday 15 June 2025

President Donald Trump and Russia’s Vladimir Putin share the view that Israel and Iran ought to lay down their arms, Mr.
Trump wrote on Saturday after a birthday call from the Kremlin that ran to nearly an hour.

It came about 36 hours after the opening Israeli strikes, while workers in Washington were bolting together the last
grandstands for a military parade that evening.

“President Putin called this morning to very nicely wish me a Happy Birthday,” Mr. Trump posted on Truth Social. Iran
mattered more, he went on, calling it “a country he knows very well.” Both men, in his telling, believe “this war in
Israel-Iran should end.”

He put the length at “approximately 1 hour” and said “much less time” had gone to Russia and Ukraine, a subject he left
for next week.

Mr. Trump turned 79 on Saturday. Below his post, well-wishers had left long rows of cake and dove emoji (🎂🕊️) by
nightfall, between appeals to keep American troops out of the fighting.

In Moscow, Kremlin aide Yuri Ushakov spoke of “unpredictable consequences” should the conflict grow, and said the two
leaders viewed events in the region with alarm.

Sunday’s session falls through

The nuclear meeting between the United States and Iran set for Sunday in Oman was cancelled because of the Israeli
attacks. Badr al-Busaidi, the sultanate’s foreign minister, broke the news in a post on X.

“While there will be no meeting Sunday, we remain committed to talks and hope the Iranians will come to the table soon,”
a U.S. official said.

Tehran sounded less hopeful. Abbas Araghchi, its foreign minister, told Kaja Kallas, the European Union’s top diplomat,
that Iran would not sit down with Washington for as long as Israel kept bombing. The ministry in Tehran accused the
United States of standing behind the campaign.

In private the minister has struck a softer note. Two people briefed on his conversations, who asked not to be named,
said he had told colleagues abroad that Iran could come back to the table once its retaliation is over.

A mediator with his own war

Mr. Putin put Russia forward as a mediator between the two sides. On Friday he had been on the phone to Prime Minister
Benjamin Netanyahu of Israel and to Iran’s president, Masoud Pezeshkian; the Kremlin says he made the same offer to
both.

Turkey wants a part as well. President Recep Tayyip Erdoğan spoke with Mr. Trump on Saturday and warned that the
fighting must not be allowed to spread, his office in Ankara said.

Nearly 80 people have died in Iran, Tehran’s envoy told the United Nations. Iranian missiles have torn into apartment
blocks in and around Tel Aviv, and the Israeli army says its jets now fly over the Iranian capital unhindered.

The call did not pass over Ukraine altogether. The two men touched on a large exchange of prisoners that is still being
planned, with neither date nor numbers fixed. Russian negotiators are willing to return to direct talks later this
month, the Kremlin said.

With material from Meridian News Wire.
`);
