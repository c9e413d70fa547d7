import type { Language } from '../host/contract';

interface About {
  /** The address that group mail goes to. */
  address: string;
  /** Who writes. */
  organisation: string;
}

/** A text for the guest, in the guest's language: a document that is copied, and no sentence of the screen. */
const letters: Record<Language, (about: About) => string> = {
  en: ({ address, organisation }) => `Hello,

Messages from our group should reach you at ${address}. It may be that they do not arrive. Three things only you can look at:

1. Look in the folder for junk e-mail. If our messages are there, mark them as “not junk”.
2. Check whether a rule of your mailbox moves or deletes them.
3. Ask your mail provider, or whoever looks after your mail, whether messages from ${organisation} were refused or held back.

Tell me what you find, and I will look further on our side.`,
  nl: ({ address, organisation }) => `Hallo,

Berichten van onze groep horen u te bereiken op ${address}. Misschien komen ze niet aan. Drie dingen kunt alleen u bekijken:

1. Kijk in de map voor ongewenste e-mail. Staan onze berichten daar, markeer ze dan als “geen ongewenste e-mail”.
2. Kijk of een regel van uw postvak ze verplaatst of verwijdert.
3. Vraag uw mailprovider, of wie uw mail beheert, of berichten van ${organisation} zijn geweigerd of tegengehouden.

Laat me weten wat u vindt, dan kijk ik aan onze kant verder.`,
  de: ({ address, organisation }) => `Guten Tag,

Nachrichten unserer Gruppe sollten Sie unter ${address} erreichen. Vielleicht kommen sie nicht an. Drei Dinge können nur Sie prüfen:

1. Sehen Sie im Ordner für Junk-E-Mail nach. Liegen unsere Nachrichten dort, markieren Sie sie als „keine Junk-E-Mail“.
2. Prüfen Sie, ob eine Regel Ihres Postfachs sie verschiebt oder löscht.
3. Fragen Sie Ihren E-Mail-Anbieter oder Ihre IT, ob Nachrichten von ${organisation} abgelehnt oder zurückgehalten wurden.

Teilen Sie mir mit, was Sie finden; dann suche ich auf unserer Seite weiter.`,
  fr: ({ address, organisation }) => `Bonjour,

Les messages de notre groupe devraient vous parvenir à l’adresse ${address}. Il se peut qu’ils n’arrivent pas. Trois choses que personne d’autre ne peut vérifier :

1. Regardez dans le dossier du courrier indésirable. Si nos messages s’y trouvent, marquez-les comme « légitimes ».
2. Vérifiez si une règle de votre boîte aux lettres les déplace ou les supprime.
3. Demandez à votre fournisseur de messagerie, ou à votre service informatique, si des messages de ${organisation} ont été refusés ou retenus.

Dites-moi ce que vous trouvez ; je chercherai ensuite de notre côté.`,
};

/** The letter by which the guest is asked to look on their side. */
export function letterToGuest(language: Language, about: About): string {
  return letters[language](about);
}
