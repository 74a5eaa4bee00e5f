using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using DgccAssess.Core.Features.National;
using DgccAssess.Core.Features.Results.Tables;
using DgccAssess.Core.Files;
using DgccAssess.Web.Features.Results;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DgccAssess.Web.Features.National;

/// <summary>The published ranking as a file for programs and spreadsheets. Figures are as published and exact, separators those of no language.</summary>
[AllowAnonymous]
public sealed class RankingModel(PublicResults results, ReadInstrument instruments, TimeProvider clock) : PublicPageModel(results, instruments, clock)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>1: the file begins with the mark by which spreadsheets know UTF-8.</summary>
    [BindProperty(Name = "bom", SupportsGet = true)]
    public string? Bom { get; set; }

    public async Task<IActionResult> OnGetAsync(string round, string format, CancellationToken ct)
    {
        if (format is not ("csv" or "json" or "xlsx")) return NotFound();
        if (Bom is not (null or "0" or "1")) return BadRequest();
        if (await FindAsync(round, ct) is { } instead) return instead;

        var name = string.Create(CultureInfo.InvariantCulture, $"results-{round}-v{View.Document.Number}");
        return format switch
        {
            "json" => File(JsonSerializer.SerializeToUtf8Bytes(Content(), Json), "application/json", name + ".json"),
            "csv" => File(new CsvTable<NationalAgency>(Columns()).Write(View.Document.Agencies, mark: Bom == "1"), $"{Csv.ContentType}; charset=utf-8", name + ".csv"),
            _ => await Table(name).WorkbookAsync(ct),
        };
    }

    private object Content() => new
    {
        View.Document.Round, Version = View.Document.Number, View.Document.Reason, PublicAt = Published.PublicAt.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
        View.Document.Synthetic, View.Document.Instrument, View.Document.Participants, Published.Hash,
        National = new { View.Whole.Count, View.Whole.Mean.Index, View.Whole.Mean.Exact, Predicate = View.BandOf(View.Whole.Mean.Index).Code },
        Groups = View.Document.Groups.Select(g => new { g.Code, g.Names, g.Count, g.Mean.Index, g.Mean.Exact }),
        Agencies = View.Document.Agencies.Select(a => new
        {
            a.Code, a.Names, a.Group, a.Region, a.Synthetic, Rank = a.Rank.Place, GroupRank = a.GroupRank.Place, a.Index.Index, a.Index.Exact, a.Predicate, a.Change,
            Nodes = View.Document.Nodes.Zip(a.Nodes).Where(n => n.Second is not null).ToDictionary(n => n.First.Code, n => n.Second!.Index),
        }),
    };

    private RoundTable Table(string name)
    {
        var columns = Columns();
        return new RoundTable(name, [.. columns.Select(c => c.Name)], View.Document.Agencies.ToAsyncEnumerable().Select(agency => columns.Select(c => c.Value(agency)).ToArray()));
    }

    private List<(string Name, Func<NationalAgency, object?> Value)> Columns()
    {
        var columns = new List<(string Name, Func<NationalAgency, object?> Value)>
        {
            ("rank", a => a.Rank.Place), ("group_rank", a => a.GroupRank.Place), ("code", a => a.Code), ("name", NationalView.NameOf), ("group", a => a.Group), ("region", a => a.Region),
            ("index", a => a.Index.Index), ("exact", a => a.Index.Exact), ("predicate", a => a.Predicate), ("change", a => a.Change), ("synthetic", a => a.Synthetic),
        };
        columns.AddRange(View.Document.Nodes.Select((node, at) => (node.Code, (Func<NationalAgency, object?>)(a => a.Nodes[at]?.Index))));
        return columns;
    }
}
