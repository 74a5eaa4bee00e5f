using System.Globalization;
using System.Net;
using System.Text;

namespace DgccAssess.Benchmarks.Press;

/// <summary>Made-up papers in the shapes the press takes, and the same content as HTML.</summary>
internal static class PaperSamples
{
    private static readonly string[] Groups = ["Ministries", "Non-ministry bodies", "Other institutions", "Provinces", "Regencies", "Cities"];
    private static readonly string[] Nodes = ["D1", "A1", "D2", "A2", "A3", "A4", "D3", "A5", "A6", "D4", "A7", "A8"];
    private static readonly (string Code, string From, string To)[] Predicates = [("poor", "1", "1.8"), ("fair", "1.8", "2.6"), ("good", "2.6", "3.5"), ("very-good", "3.5", "4.2"), ("excellent", "4.2", "5")];
    private static readonly object Tenant = new { name = "Ministry of State Apparatus", accent = "#8a1c1c" };
    private static readonly object Register = new { number = "ID-2026-000123-8", address = "https://assess.example.org/indonesia/verify/ID-2026-000123-8", qr = new { size = 33, path = "M4 4h7v1h-7zM22 4h7v1h-7z" } };

    public static object Certificate() => new
    {
        locale = "id-ID", tenant = Tenant, register = Register, issuedOn = "2026-11-20", synthetic = true, draft = false,
        award = new { name = "Digital Government Award", year = "2026", category = "Indeks Tertinggi, Kementerian", prize = "Emas" }, winner = new { name = "Kementerian Koordinator Bidang Perekonomian" },
        place = "Jakarta", signatures = new[] { new { name = "", title = "Menteri" } },
    };

    public static object National(int agencies)
    {
        var rows = Rows(agencies).ToList();
        return new
        {
            locale = "id-ID", tenant = Tenant, register = Register, issuedOn = "2026-11-20", synthetic = true, draft = false, round = "2026", cycle = "evaluation",
            instrument = new { code = "spbe-2020", title = "SPBE 2020", hash = new string('c', 64), decimals = 2, floor = "1", ceiling = "5", predicates = Predicates.Select(p => new { code = p.Code, name = p.Code, from = p.From, to = p.To, toInclusive = p.To == "5" }) },
            source = new { number = 1, hash = new string('d', 64), engine = "1" }, participants = agencies, unnamed = 0,
            nodes = Nodes.Select(n => new { code = n, name = $"Area {n}", tier = n[0] == 'D' ? "domain" : "aspect", depth = n[0] == 'D' ? 1 : 2, weight = "12.5" }),
            whole = new { figures = Summary(agencies), shares = Predicates.Select(_ => "20"), predicate = "good" },
            groups = Groups.Select((g, i) => new { code = $"g{i}", name = g, figures = Summary(rows.Count(r => r.Group == i)), shares = Predicates.Select(_ => "20") }),
            regions = Enumerable.Range(1, 38).Select(i => new { code = $"r{i}", name = $"Region {i}", figures = Summary(16), shares = Predicates.Select(_ => "20") }),
            previous = new { round = "2025", comparable = true }, history = new[] { new { round = "2025", instrument = "spbe-2020", count = agencies, mean = "2.60", comparable = true } },
            sensitivity = new { weightings = 5000, spread = "0.25" },
            unmet = Enumerable.Range(1, 50).Select(i => new { text = "The internal policy is reviewed and evaluated at regular intervals with everybody concerned.", indicator = $"I{i % 47}", name = "Architecture", level = 3, agencies = 500 - i, share = "81.3" }),
            agencies = rows.Select(r => new { name = r.Name, group = $"g{r.Group}", index = r.Index, predicate = "good", nodes = Nodes.Select(_ => r.Index), self = "3.10", change = "0.12", rank = r.Rank, low = r.Rank, high = r.Rank + 4, groupRank = r.Rank }),
        };
    }

    public static string CertificateHtml() =>
        "<!doctype html><meta charset=utf-8><style>@page{size:A4 landscape;margin:20mm}body{font-family:sans-serif;text-align:center}</style><h2>Ministry of State Apparatus</h2><h1>Sertifikat</h1><p>Sertifikat ini diberikan kepada<h1>Kementerian Koordinator Bidang Perekonomian</h1><p>Emas dalam kategori<h2>Indeks Tertinggi, Kementerian</h2><h3>Digital Government Award 2026</h3><p>ID-2026-000123-8";

    /// <summary>Its three long tables, which are nearly all of it.</summary>
    public static string NationalHtml(int agencies)
    {
        var html = new StringBuilder("<!doctype html><meta charset=utf-8><style>@page{size:A4;margin:22mm 20mm}body{font:9pt sans-serif}table{border-collapse:collapse;width:100%}td{border-bottom:.5pt solid #ccc;padding:2pt 4pt}thead{display:table-header-group}</style>");
        var rows = Rows(agencies).ToList();
        Table(["Rank", "Agency", "Index", "Predicate", "Self", "Change", "Range"], r => [$"{r.Rank}", r.Name, r.Index, "good", "3.10", "+0.12", "1–5"]);
        Table(["No.", "Agency", "Group", "Index", "Predicate"], r => [$"{r.Rank}", r.Name, Groups[r.Group], r.Index, "good"]);
        Table(["No.", "Agency", "Index", .. Nodes], r => [$"{r.Rank}", r.Name, r.Index, .. Nodes.Select(_ => r.Index)]);
        return html.ToString();

        void Table(string[] head, Func<Row, string[]> cells)
        {
            html.Append("<table><thead><tr>").AppendJoin("", head.Select(h => $"<th>{h}")).Append("<tbody>");
            foreach (var row in rows) html.Append("<tr>").AppendJoin("", cells(row).Select(c => $"<td>{WebUtility.HtmlEncode(c)}"));
            html.Append("</table>");
        }
    }

    private static object Summary(int count)
    {
        object Figure(string index) => new { index };
        var view = new { count, countBefore = count, mean = Figure("2.80"), meanBefore = Figure("2.60"), difference = "0.20" };
        return new
        {
            count, mean = Figure("2.91"), nodes = Nodes.Select(_ => Figure("2.50")),
            box = new { lowest = Figure("1.00"), lower = Figure("2.40"), median = Figure("2.90"), upper = Figure("3.30"), highest = Figure("4.90") },
            predicates = Predicates.Select(p => new { code = p.Code, count = count / Predicates.Length }),
            gap = new { count, self = Figure("3.20"), external = Figure("2.80"), difference = "-0.40", higher = count - 1, lower = 1 },
            change = new { all = view, panel = view, nodes = Nodes.Select(_ => "0.10"), rose = count - 1, fell = 1, stayed = 0 },
        };
    }

    private static IEnumerable<Row> Rows(int agencies) => Enumerable.Range(0, agencies).Select(i =>
        new Row(i + 1, $"Pemerintah Kabupaten Hulu Sungai Selatan {i + 1}", i % Groups.Length, (4.9m - (i * 3.8m / agencies)).ToString("0.00", CultureInfo.InvariantCulture)));

    private sealed record Row(int Rank, string Name, int Group, string Index);
}
