//! The words by which people say how they know somebody.

use evenhand_domain::conflict::MatchKind;

/// Words parted by spaces, or phrases parted by semicolons: written so, because a list of a hundred words reads best as text.
pub(super) struct List(&'static str);

impl List {
    /// Whether a word stands in the list.
    pub(super) fn contains(&self, word: &str) -> bool {
        !word.is_empty() && self.0.split_whitespace().any(|listed| listed == word)
    }

    /// The phrases.
    pub(super) fn phrases(&self) -> impl Iterator<Item = &'static str> {
        self.0.split("; ")
    }
}

/// Kin, by blood, marriage or baptism, in the languages that families in England mix into English.
const KIN: List = List(
    "mum mums mummy mom mam mammy mother mothers dad dads daddy father fathers parent parents son sons daughter daughters \
 brother brothers bro sister sisters sis sibling siblings twin twins cousin cousins cuz cuzzin cousen aunt aunts auntie aunties aunty auntys anty uncle uncles \
 niece nieces nephew nephews nan nans nana nanna nannan nanny gran grans granny grannie grandma grandmother grandmum grandad granddad grandads grandpa \
 grandfather grandson granddaughter grandchild grandparent grandparents gramps godmother godfather godparent goddaughter godson godchild godmum goddad \
 wife wifes husband husbands hubby spouse partner partners fiance fiancee girlfriend boyfriend gf bf ex missus fella stepmum stepmother stepdad \
 stepfather stepsister stepbrother stepson stepdaughter step halfbrother halfsister foster relative relatives related relation relations family inlaw inlaws married \
 engaged khala khalla khalo chacha chachi chachu chacho mamu mamoo mamaji mami mumani phupho phuppo phupo phuphi bua foi masi maasi mausi mosi taya \
 tayi thaya dada dadi dadu nani nanu bhabhi bhabi bhai bhaiya bhaijaan behen baji bajee appi apa api didi ammi ammu abbu abba amma chachaji massi \
 ciocia ciotka wujek babcia dziadek siostra kuzynka kuzyn tia tio prima primo abuela abuelo tante tonton eeddo eedo habaryar abti adeer ayeeyo awoowe nain taid \
 mamgu tadcu ewythr modryb yiayia pappou matusa unchi verisoara nasa finu titka bratovcheda mammaw halmeoni oma opa teyze amca hala dayi abla abi \
 khalto khalti ammo amto khalu mamang",
);

/// Friends, neighbours, colleagues and others.
const KNOWN: List = List(
    "friend friends freind frend mate mates pal pals bestie besties bff buddy buddies chum chums neighbour neighbours neighbor neighbors \
 nextdoor neigbour nieghbour colleague colleagues collegue coleague workmate workmates coworker coworkers boss supervisor landlord landlady lodger \
 flatmate housemate roommate tenant classmate schoolmate schoolfriend teammate teacher tutor coach childminder acquaintance acquaintances \
 kolezanka kolega sasiad sasiadka przyjaciel przyjaciolka znajoma znajomy vecina vecin prieten prietena dost padosi gwandi saaxiib deris walaal amiga amigo \
 vizinha vizinho ffrind cymydog susidka podruha komsu arkadas voisin voisine copine bezzie bezzy besty bredrin neighbou neighour nieghbor",
);

/// Which kind of tie a word names.
pub(super) fn tie(word: &str) -> Option<MatchKind> {
    if KNOWN.contains(word) {
        Some(MatchKind::Friend)
    } else if KIN.contains(word) {
        Some(MatchKind::Relative)
    } else {
        None
    }
}

/// Phrases after a name; "a|b" is either.
pub(super) const PHRASES: List = List(
    "next door; nextdoor; door to door; door down; doors down|up|along|away|from; house down|up|along|away; houses \
     down|up|along|away; opposite me|us|my|our|mine; lives|live|lived opposite; across the|from; over the road|fence|street|way; \
     other side of; down the|my|our road|street|lane|hall|corridor; up the|my|our road|street|lane; on|in|down|up|off my|our|same \
     road|street|lane|estate|block|close|landing|terrace|building|flats|cul; the same \
     street|road|estate|block|close|building|landing|terrace|flats; same \
     street|road|estate|block|close|building|landing|terrace|flats; round|around the corner; lives|live|lived|living \
     near|by|above|below|behind|beside|upstairs|downstairs|with; upstairs|downstairs from; works|work|worked|working \
     with|for|alongside|under me|us|my|our|him|her|mine; works|work|worked|working together; works|work|worked|working at|in \
     my|our|the same; at my|our work|office|job; from|at work; from|at my|our|the old|last|same work|job|office; from my|our \
     work|job|office; used to be my|our; same office|firm|shift|ward|factory|job|employer; share|shared|shares an \
     office|a|the|our; went to|at school|uni|university|college|nursery together|with; was|were|went at|to school|college|uni \
     with|together; to school together|with; at school|college|uni with|together; in|from my|our|the same class|year; grew|brought \
     up together|with|next|on|in; known each other; known me|us since|for|all|years; go|goes|going way back; know each other well; \
     going|goes|go out with; dating my|our|me; seeing my|me; lives|live|lived with me|us|my|our; married my|our|into; taught \
     me|my|our|us; babysits|babysat for|my|our|me|us; minds|minded my|our; looks|looked after my|our|me|us; delivered my|our; \
     carpool|carshare with; rents|rented from; renting from; plays|played football|netball|darts|bowls|cricket with me|us|my; sat \
     next to me; bridesmaid|best at|man; shares|share|shared a fence|hedge|wall|drive|house|flat; in my|our family",
);

/// Phrases that lead to a name, read backwards from it.
pub(super) const PHRASES_BACK: List = List(
    "to door next; to nextdoor; door next; from|to|of down|up|along|away doors; to opposite; opposite live|lives|lived; from \
     road|street|landing the across|over|down|up; from across; with work|works|worked|working; for work|works|worked|working; \
     alongside work|works|worked|working; under worked|work|works; with school|college|uni|university|nursery to|at; with class; \
     with up grew|brought; with out going|go|goes; with live|lives|lived|living; by|near|above|below|beside|behind \
     live|lives|lived; with job|office|work; as street|road|estate|block|close|building same; as office|firm|ward|shift|job same; \
     dating; with house|flat|office; for babysit|babysits|babysat|clean|cleans|cook",
);

/// What may stand between a tie and the name that it leads to.
pub(super) const LEADING: List = List(
    "is was s are were called calls named name names , ( - the her his their our my who whos to with of and also as dear lovely \
     old big little good best great aka its it thats that miss mr mrs ms dr she shes he hes both a i think being believe either \
     wee older younger by between me",
);

/// What may stand between a name and the tie that follows it.
pub(super) const LINKING: List = List(
    "is was s are were am been be being used to a an my our his her their the also actually really very old dear good close best \
     great big little older younger eldest youngest oldest late former and me i we she he they who whos shes hes which of in both \
     just only kind sort like one long longtime time childhood mine , ( - us think basically technically lives live lived living \
     has have had as now still always two three few couple second first half distant by marriage im weve ive happens would school \
     from",
);

/// What may follow a tie that belongs to the name before it.
pub(super) const FOLLOWING: List = List(
    ". , ( - but and of from to who so on at for since in by she he i we as though tho too actually really yes yeah with through \
     via upstairs downstairs opposite nearby x xx if lol now when years because cos or that which hope also thats is shes hes once removed ages here down up not xxx \
     are",
);

/// Where somebody of the service is known from.
pub(super) const PLACE: List =
    List("office team service desk phone helpline project centre center group charity website leaflet");

/// Words with which an answer says more of somebody just named.
pub(super) const RESUMES: List = List("she he shes hes who whos we were weve they theyre thats thatd him her us");

/// What joins a further word on somebody just named.
pub(super) const JOINING: List = List(", and - ( cos because as so shes hes");

/// Words that deny.
pub(super) const NOT: List =
    List("not dont doesnt didnt never isnt aint wasnt havent hasnt arent neither cant wont nor without werent hardly");

/// Words for knowing somebody.
pub(super) const KNOW: List =
    List("know knew known knows met meet heard hear seen see remember recognise recognize spoken spoke related");

/// The first word of an answer that may say no more than yes.
pub(super) const YES: List = List("yes yeah yea yep yup yh ye aye y");

/// The words of such an answer: with any other word it says more, and is read as it stands.
pub(super) const SOMEBODY: List = List(
    "yes yeah yea yep yup yh ye aye y i we do know somebody someone a person people one who that works work working volunteers      volunteer for with at there here you your service team",
);

/// Verbs that begin with a capital now and then.
pub(super) const VERBS: List = List(
    "helped helps volunteers volunteer works worked gave told said says came comes goes runs did does knows lives supports \
     supported spoke talks talked rang rings phoned met taught emailed texted asked meets sees saw brought sent advised explained \
     put got gets tells recommended referred mentioned suggested",
);

/// Words that are never a name in an answer, capital or not.
pub(super) const FUNCTION: List = List(
    "no not nope yes yeah yep i we you he she it they my our your his her their the a an this that is was are were am be been do \
     does did has have had so but and or if as at on in to of for from by with up down out who what when where how why one two \
     some any all none nobody noone someone somebody anyone anybody everyone there here then than too also just only think know me \
     us him them its im ive shes hes whos thats dont can could would should might maybe about because cos now never used over next \
     same lives works helped knows volunteers please sorry thanks",
);

/// Ordinary words that are names too: a name only with a capital, a surname or a tie beside it.
pub(super) const EVERYDAY: List = List(
    "will may mark grace hope joy dawn rose drew frank rob sue pat bill robin guy don april june faith iris holly ivy summer art \
     jean nick ray penny sandy chase jack miles dale kit max victor earnest ernest patience comfort mercy charity precious \
     blessing favour bell young long short little day king park field lane hill wood woods more wise wild rush keen noble savage \
     small smart snow north west south southern winter summers banks ball bird black brown green white gray grey cook baker walker \
     miller mason law still cross fox hall hunt hunter kay marsh mills moss nice page porter price read rice stone strong swift \
     ward waters wells best bond case church close love man major moon star teddy way",
);
