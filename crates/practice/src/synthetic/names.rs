//! Invented people of several alphabets. What stands in an address has no accents (user resource, mail).

/// How a name is written, and how it stands in an address.
type Spelt = (&'static str, &'static str);

/// Names that go together.
struct Names {
    given: [Spelt; 4],
    family: [Spelt; 4],
    /// The family's name comes first.
    family_first: bool,
}

const fn names(given: [Spelt; 4], family: [Spelt; 4]) -> Names {
    Names { given, family, family_first: false }
}

const NAMES: [Names; 11] = [
    names(
        [("Zoë", "zoe"), ("Anke", "anke"), ("Jorrit", "jorrit"), ("Renée", "renee")],
        [
            ("van den Berg", "vandenberg"),
            ("de Wit", "dewit"),
            ("IJsselstein", "ijsselstein"),
            ("Kuipers", "kuipers"),
        ],
    ),
    names(
        [("Łukasz", "lukasz"), ("Małgorzata", "malgorzata"), ("Jan", "jan"), ("Żaneta", "zaneta")],
        [("Wiśniewski", "wisniewski"), ("Dąbrowska", "dabrowska"), ("Łuczak", "luczak"), ("Gołąb", "golab")],
    ),
    names(
        [("Siobhán", "siobhan"), ("Shaun", "shaun"), ("Niamh", "niamh"), ("Éamon", "eamon")],
        [
            ("O'Neil", "o'neil"),
            ("O'Brien", "o'brien"),
            ("D'Arcy", "d'arcy"),
            ("Ní Dhomhnaill", "nidhomhnaill"),
        ],
    ),
    names(
        [("José", "jose"), ("Begoña", "begona"), ("Íñigo", "inigo"), ("Chloé", "chloe")],
        [("Álvarez Núñez", "alvareznunez"), ("Ñíguez", "niguez"), ("Peña", "pena"), ("Lefèvre", "lefevre")],
    ),
    names(
        [("Ελένη", "eleni"), ("Γιώργος", "giorgos"), ("Μαρία", "maria"), ("Νίκος", "nikos")],
        [
            ("Παπαδοπούλου", "papadopoulou"),
            ("Γεωργίου", "georgiou"),
            ("Νικολάου", "nikolaou"),
            ("Οικονόμου", "oikonomou"),
        ],
    ),
    names(
        [("Ольга", "olga"), ("Иван", "ivan"), ("Юлія", "yuliia"), ("Ђорђе", "djordje")],
        [
            ("Петрова", "petrova"),
            ("Коваленко", "kovalenko"),
            ("Шевчук", "shevchuk"),
            ("Јовановић", "jovanovic"),
        ],
    ),
    names(
        [("محمد", "mohammed"), ("فاطمة", "fatima"), ("ليلى", "layla"), ("يوسف", "yusuf")],
        [("الأنصاري", "alansari"), ("حداد", "haddad"), ("منصور", "mansour"), ("العمراني", "elamrani")],
    ),
    names(
        [("נועה", "noa"), ("דוד", "david"), ("תמר", "tamar"), ("אורי", "ori")],
        [("לוי", "levi"), ("כהן", "cohen"), ("מזרחי", "mizrahi"), ("פרידמן", "friedman")],
    ),
    Names {
        given: [("美玲", "meiling"), ("さくら", "sakura"), ("민준", "minjun"), ("健太", "kenta")],
        family: [("陈", "chen"), ("田中", "tanaka"), ("김", "kim"), ("佐藤", "sato")],
        family_first: true,
    },
    names(
        [("Ayşe", "ayse"), ("Özgür", "ozgur"), ("İbrahim", "ibrahim"), ("Thị Hạnh", "thihanh")],
        [("Yılmaz", "yilmaz"), ("Çelik", "celik"), ("Nguyễn", "nguyen"), ("Öztürk", "ozturk")],
    ),
    // A company that means well, and a name that a spreadsheet takes for a formula.
    names(
        [("=1+1", "1plus1"), ("=SUM(A1:A9)", "sum"), ("+Plus", "plus"), ("@Home", "home")],
        [("Advies", "advies"), ("Media", "media"), ("Bouw", "bouw"), ("Zorg", "zorg")],
    ),
];

/// Reserved domains only.
const DOMAINS: [&str; 6] = [
    "northwindtraders.example",
    "tailspintoys.example",
    "litwareinc.example",
    "fabrikam.example",
    "bloemenhof.example",
    "xn--caf-de-zon-d7a.example",
];

/// Somebody.
pub(super) struct Person {
    pub(super) given: &'static str,
    pub(super) family: &'static str,
    pub(super) display: String,
    /// The part of their address before the `@`: it ends with a dot and their number.
    pub(super) local: String,
    pub(super) domain: &'static str,
}

impl Person {
    /// The address they were invited at.
    pub(super) fn address(&self) -> String {
        format!("{}@{}", self.local, self.domain)
    }
}

/// Who the healthy guest of this number is.
pub(super) fn healthy(n: u32) -> Person {
    const GIVEN: [&str; 8] = ["Anke", "Bram", "Chidi", "Daan", "Elif", "Femke", "Giulia", "Hiroshi"];
    const FAMILY: [&str; 8] =
        ["Adeyemi", "Bosch", "Conti", "Dijkstra", "Evers", "Fontaine", "Groen", "Hoekstra"];
    let (given, family) = (GIVEN[n as usize % 8], FAMILY[n as usize / 8 % 8]);
    Person {
        given,
        family,
        display: format!("{given} {family} {n}"),
        local: format!("{}.{}.{n}", given.to_lowercase(), family.to_lowercase()),
        domain: "guests.example",
    }
}

/// Who the faulty guest of this number is; `roll` is what chance says.
pub(super) fn faulty(n: u32, roll: u64) -> Person {
    let Names { given, family, family_first } = pick(&NAMES, roll);
    let ((given, given_local), (family, family_local)) = (*pick(given, roll >> 8), *pick(family, roll >> 16));
    let display = if *family_first { format!("{family}{given}") } else { format!("{given} {family}") };
    let local = format!("{given_local}.{family_local}.{n}");
    Person { given, family, display, local, domain: pick::<&str>(&DOMAINS, roll >> 24) }
}

/// One of several, by the lowest byte.
pub(super) fn pick<T>(of: &[T], roll: u64) -> &T {
    &of[usize::from(roll.to_le_bytes()[0]) % of.len()]
}
