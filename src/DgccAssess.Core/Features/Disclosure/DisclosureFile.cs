using DgccAssess.Core.Files;
using DgccAssess.Core.Files.Yaml;
using DgccAssess.Scoring.Disclosure;

namespace DgccAssess.Core.Features.Disclosure;

/// <summary>Tables to be published together and the rule for them.</summary>
/// <param name="Tables">The table of the file itself first.</param>
/// <param name="Rule">The strictest threshold the file asks for.</param>
/// <param name="IsOne">The file is one table rather than a list of them.</param>
public sealed record DisclosureDocument(IReadOnlyList<CountTable> Tables, DisclosureRule Rule, bool IsOne);

/// <summary>
/// Reads <c>{"rows":[...],"columns":[...],"counts":[[...]],"threshold":5}</c>, and further tables under "tables". Margins may be given and must then add up; "previous" holds what was
/// printed of the same tables before.
/// </summary>
public sealed class DisclosureFile
{
    private const int MostPrevious = 100;

    private readonly List<CountTableReader> readers = [];
    private readonly ProblemLog log;
    private readonly string file;
    private int threshold;

    private DisclosureFile(string file, ProblemLog log) => (this.file, this.log) = (file, log);

    /// <summary>The document, or every problem found.</summary>
    public static FileResult<DisclosureDocument> Read(string file)
    {
        var found = new ProblemLog();
        return Finish(file, StrictText.Read(file, found), found);
    }

    /// <summary>The same of a text at hand; its name stands in the problems.</summary>
    public static FileResult<DisclosureDocument> Parse(string name, string text) => Finish(name, text, new ProblemLog());

    private static FileResult<DisclosureDocument> Finish(string file, string? text, ProblemLog log)
    {
        var root = text is null ? null : StrictJson.Parse(file, text, log);
        return log.Finish(root is null || YamlReader.Of(file, root, log) is not { } reader ? null : new DisclosureFile(file, log).Read(reader));
    }

    private DisclosureDocument? Read(YamlReader root)
    {
        var hasTables = root.Has("tables");
        if (!hasTables || root.Has("counts") || root.Has("rows") || root.Has("columns")) readers.Add(new CountTableReader(root));
        var isOne = !hasTables;
        foreach (var table in root.OptionalList("tables").Select(node => YamlReader.Of(file, node, log)).OfType<YamlReader>())
        {
            readers.Add(new CountTableReader(table));
            Threshold(table);
        }

        Threshold(root);
        var showZeros = root.Flag("showZeros");
        var tables = readers.ConvertAll(reader => reader.Read());
        if (hasTables && tables.Count == 0) log.Add(file, root.PositionOf("tables"), "There is no table.", "Give one as {\"rows\":[...],\"columns\":[...],\"counts\":[[...]]}.");
        var previous = Previous(root, tables);
        foreach (var reader in readers) reader.RefuseOtherKeys();
        if (readers.Count == 0 || readers[0].Json != root) root.RefuseOtherKeys();
        if (log.Count > 0) return null;

        tables = [.. tables.Select((table, t) => table with { Previous = [.. table.Previous, .. previous[t]] })];
        foreach (var problem in CountTableCheck.Check(tables))
        {
            var at = problem.Field == "tables" ? root.PositionOf("tables") : readers[problem.Table].Json.PositionOf(problem.Field);
            var (message, whatToDo) = DisclosureMessages.For(problem, readers.Count > 1 || !isOne);
            log.Add(file, at, message, whatToDo);
        }

        return log.Count > 0 ? null : new DisclosureDocument(tables, new DisclosureRule { Threshold = threshold == 0 ? new DisclosureRule().Threshold : threshold, ShowZeros = showZeros }, isOne);
    }

    private void Threshold(YamlReader json)
    {
        if (json.Optional("threshold") is not { } node || json.WholeNumberOf(node, "threshold") is not { } given) return;
        if (given is < DisclosureRule.LeastThreshold or > DisclosureRule.MostThreshold)
            log.Add(file, node.At, $"The 'threshold' is {given}.", $"Write a whole number from {DisclosureRule.LeastThreshold} to {DisclosureRule.MostThreshold}: cells of fewer agencies are hidden.");
        threshold = Math.Max(threshold, given);
    }

    /// <summary>What was printed before, by table: each is one table's or a list of tables', told apart by name or else by place.</summary>
    private List<PublishedTable>[] Previous(YamlReader root, List<CountTable> tables)
    {
        List<PublishedTable>[] found = [.. tables.Select(_ => new List<PublishedTable>())];
        if (root.Optional("previous") is not { } node) return found;
        var outputs = (node is YamlList list ? list.Items : [node]).Select(item => YamlReader.Of(file, item, log)).OfType<YamlReader>().ToList();
        if (outputs.Count > MostPrevious) log.Add(file, node.At, $"'previous' holds {outputs.Count} publications.", $"Give at most {MostPrevious}.");
        foreach (var output in outputs.Take(MostPrevious))
        {
            var printed = output.Has("tables") ? output.List("tables").Select(item => YamlReader.Of(file, item, log)).OfType<YamlReader>().ToList() : [output];
            for (var i = 0; i < printed.Count; i++)
            {
                var before = PublishedTableReader.Read(printed[i]);
                var table = before.Name is null ? i < tables.Count ? i : -1 : tables.FindIndex(t => t.Name == before.Name);
                if (table < 0) log.Add(file, printed[i].At, $"'previous' has a table{(before.Name is null ? "" : $" '{YamlReader.Shorten(before.Name)}'")} that this file has not.", "Give that table with its counts too, so that both can be checked together.");
                else if (!CountTableCheck.Fits(before, tables[table])) log.Add(file, printed[i].At, "A table of 'previous' has another number of rows or columns than the table now.", "Give the earlier table beside this one, under a name of its own.");
                else found[table].Add(before);
            }

            if (output.Has("tables")) output.RefuseOtherKeys();
        }

        return found;
    }
}
