namespace FlowBuilder.Web.Demo;

/// <summary>Words the demo company's customers are made of.</summary>
internal static class DemoWords
{
    public static readonly string[] FirstNames =
    [
        "Amelia", "Arthur", "Beatrice", "Calvin", "Carmen", "Cecilia", "Clyde", "Dana", "Darnell", "Deborah", "Dwight", "Edith", "Elena",
        "Elliot", "Erin", "Ezra",
        "Felicia", "Francis", "Gail", "Gloria", "Grant", "Harriet", "Hector", "Ingrid", "Irene", "Isaac", "Jasmine", "Joel", "Judith",
        "Keith", "Kendra", "Lamar",
        "Leona", "Lloyd", "Lucille", "Malcolm", "Marcia", "Miguel", "Miriam", "Nadia", "Nolan", "Olive", "Omar", "Patrice", "Quentin",
        "Ramona", "Reggie", "Rosalind",
        "Ruben", "Sabrina", "Sheldon", "Simone", "Tamara", "Theo", "Ursula", "Vera", "Vernon", "Wanda", "Winston", "Yolanda",
    ];

    public static readonly string[] LastNames =
    [
        "Abbott", "Alvarez", "Barlow", "Bauer", "Beckett", "Boyd", "Brennan", "Calloway", "Castillo", "Chung", "Conway", "Crane", "Dawson",
        "Delgado", "Draper", "Ellison",
        "Farrell", "Finch", "Fowler", "Garner", "Gibbs", "Goodwin", "Hahn", "Hartley", "Holloway", "Iverson", "Jennings", "Kessler",
        "Kowalski", "Lindgren", "Lowell",
        "Maddox", "Mercer", "Navarro", "Nielsen", "Okafor", "Osborne", "Parrish", "Pruitt", "Quigley", "Ramsey", "Rhodes", "Sandoval",
        "Schaefer", "Sheridan", "Stokes",
        "Tanaka", "Thornton", "Trevino", "Underwood", "Vance", "Vaughn", "Wagner", "Whitaker", "Wilcox", "Winslow", "Yates", "Yoder",
        "Zamora", "Ziegler",
    ];

    public static readonly string[] Streets =
    [
        "Alder Court", "Birch Lane", "Brookside Drive", "Cedar Hill Road", "Chestnut Street", "Clover Way", "Dogwood Avenue", "Elm Street",
        "Fairview Road", "Heather Lane",
        "Hickory Trail", "Juniper Drive", "Larkspur Way", "Linden Avenue", "Maple Ridge", "Meadow Lane", "Old Mill Road", "Orchard Street",
        "Pine Hollow", "Quarry Road",
        "Sycamore Drive", "Walnut Grove", "Willow Bend", "Windmill Lane",
    ];

    public static readonly (string City, string PostalCode)[] Towns =
    [
        ("Columbus", "43215"), ("Dublin", "43017"), ("Westerville", "43081"), ("Hilliard", "43026"), ("Worthington", "43085"),
        ("Upper Arlington", "43221"), ("Powell", "43065"), ("Gahanna", "43230"),
    ];

    /// <summary>What is offered, with the usual price of a season or a job.</summary>
    public static readonly (string Service, int From, int To)[] Services =
    [
        ("Weekly mowing", 900, 2200), ("Spring clean-up", 180, 520), ("Fertilizer program", 320, 780),
        ("Aeration and overseeding", 160, 450),
        ("Hedge trimming", 140, 600), ("Mulching", 220, 900), ("Irrigation check", 120, 260), ("Leaf removal", 200, 640),
    ];

    public static readonly string[] Crews = ["Green", "Blue", "Yellow", "Red"];

    public static readonly string[] Sources = ["website", "referral", "yard sign", "home show", "search ad"];

    public static readonly string[] Praise =
    [
        "Always on time and the edges are perfect.", "The crew even picked up the kids' toys.", "Best our lawn has ever looked.",
        "Friendly and fair.", "Good work, could call before coming.",
    ];
}
