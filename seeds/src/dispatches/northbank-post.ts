import { unwrap } from "./unwrap.ts";

export const northbankPost = unwrap(`
Putin and Trump talk for 50 minutes as Israel and Iran trade fire

Kremlin offers its services as go-between while the Oman round is put off

By Ilse Varga in Vienna

Saturday 14 June 2025

Vladimir Putin telephoned Donald Trump on Saturday to press for a halt to the fighting between Israel and Iran, a day
after the first Israeli bombs fell on Iranian nuclear sites.

The conversation took 50 minutes, according to Yuri Ushakov, the Russian president’s foreign policy adviser, who
described it to reporters in Moscow. It was the fifth call between the two men since the US president began his second
term in January.

Mr Trump, who turned 79 the same day, gave his own version on his Truth Social network a little later. “He
feels, as do I, this war in Israel-Iran should end, to which I explained, his war should also end,” he wrote, the
closing words being a nod to Ukraine.

Mr Ushakov (Ушаков in the Kremlin’s own Russian text) said Mr Putin had condemned the Israeli operation and warned of
“unpredictable consequences for the entire situation in the Middle East” if it spread. The Russian leader also called
the attack a breach of the United Nations Charter, the adviser said.

An offer from Moscow

Russia stands ready to mediate, Mr Putin repeated. He told his counterpart about separate conversations he had held on
Friday with Iran’s president, Masoud Pezeshkian, and Israel’s prime minister, Benjamin Netanyahu, according to the
Kremlin.

Few capitals can reach both camps so easily. Russia built Iran’s only nuclear power station, at Bushehr, yet its line
to Jerusalem has stayed open through three years of war in Ukraine.

“Moscow wants to be the fireman in one war while it feeds the flames of another,” said Réka Dömötör of the Danube
Security Forum, a research group in Vienna.

Neither president excluded going back to the table over Iran’s nuclear programme, Mr Ushakov said. Mr Trump let Mr
Putin know that his envoy, Steve Witkoff, was willing to meet the Iranian side again, he added.

Muscat has to wait

A sixth round of those talks had been due in Muscat on Sunday. It has been postponed because of the Israeli strikes,
and no new date is set. The foreign minister of Oman, Badr al-Busaidi,
announced the change.

In Washington a US official would say only: “We remain committed to talks and hope the Iranians will come to the table
soon.”

Israel opened its campaign in the early hours of Friday, hitting the enrichment plant at Natanz and the homes of senior
commanders. Iran’s ambassador to the United Nations, Amir Saeid Iravani, told the Security Council that 78 people had
been killed and more than 320 wounded.

Iran answered on Friday night with volleys of ballistic missiles. Israeli rescue workers had counted three dead by
Saturday afternoon, and sirens sent people in Tel Aviv and Haifa back to the shelters after dark.

Ukraine in the margins

Ukraine took up the smaller part of the call. Russian negotiators would be ready to see the Ukrainian side again after
22 June, Mr Putin said, in the Kremlin’s account.

The exchanges of prisoners agreed in Istanbul at the start of June are already under way: another group of soldiers
crossed in each direction on Saturday.

No further call between the two presidents has been announced.

Meridian News Wire contributed to this report.
`);
