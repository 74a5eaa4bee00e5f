using System.Globalization;
using DgccAssess.Core.Files;
using DgccAssess.Core.Files.Yaml;
using DgccAssess.Scoring.Instruments;

namespace DgccAssess.Core.Features.Instruments.Files;

/// <summary>Reads the predicates and checks that every published index has exactly one.</summary>
internal sealed class PredicatesYaml(YamlReader yaml)
{
    private readonly List<(Predicate Predicate, Position At)> predicates = [];

    public IReadOnlyList<Predicate> Read(IReadOnlyList<Scale> scales, Rounding rounding)
    {
        var before = yaml.Log.Count;
        var codes = new Codes("predicate");
        foreach (var node in yaml.List("predicates"))
        {
            if (YamlReader.Of(yaml.File, node, yaml.Log) is { } group && Read(group, codes) is { } predicate)
            {
                predicates.Add((predicate, group.At));
            }
        }

        if (yaml.Log.Count == before && scales.Count > 0 && rounding.Decimals is >= 0 and <= 6)
        {
            CheckCover(scales.Min(s => s.Floor), scales.Max(s => s.Ceiling), rounding.Decimals);
        }

        return [.. predicates.Select(p => p.Predicate)];
    }

    private static Predicate? Read(YamlReader group, Codes codes)
    {
        var code = codes.Read(group, "code");
        var from = group.Number("from");
        var to = group.Number("to");
        var toInclusive = group.Flag("toInclusive");
        group.RefuseOtherKeys();
        return code is null || from is null || to is null
            ? null
            : new Predicate
            {
                Code = code,
                From = from.Value,
                To = to.Value,
                ToInclusive = toInclusive,
            };
    }

    // Published indices lie on a grid (2.59, 2.60 ...); counted in its steps, the ranges must follow each other without gap or overlap.
    private void CheckCover(int floor, int ceiling, int decimals)
    {
        var steps = (long)Math.Pow(10, decimals);
        var next = floor * steps;
        foreach (var (predicate, at) in predicates.OrderBy(p => p.Predicate.From).ThenBy(p => p.Predicate.To))
        {
            var first = decimal.ToInt64(decimal.Ceiling(predicate.From * steps));
            var end = decimal.ToInt64(predicate.ToInclusive ? decimal.Floor(predicate.To * steps) + 1 : decimal.Ceiling(predicate.To * steps));
            if (end <= first)
            {
                yaml.Log.Add(yaml.File, at, $"The predicate '{predicate.Code}' holds no index.", "'to' must be greater than 'from'.");
                return;
            }

            if (first != next)
            {
                var fault = first > next ? "has no predicate" : "has two predicates, or lies below every scale";
                var figure = Figure(Math.Min(first, next), steps, decimals);
                yaml.Log.Add(yaml.File, at, $"The index {figure} {fault}.", $"Let '{predicate.Code}' begin at {Figure(next, steps, decimals)}.");
                return;
            }

            next = end;
        }

        if (next != (ceiling * steps) + 1)
        {
            var missing = next <= ceiling * steps;
            var figure = Figure(missing ? next : (ceiling * steps) + 1, steps, decimals);
            var whatToDo = $"Let the highest predicate end at {ceiling} with toInclusive: true.";
            var message = $"The index {figure} {(missing ? "has no predicate" : "lies above every scale")}.";
            yaml.Log.Add(yaml.File, yaml.PositionOf("predicates"), message, whatToDo);
        }
    }

    private static string Figure(long steps, long perUnit, int decimals) => ((decimal)steps / perUnit).ToString($"F{decimals}", CultureInfo.InvariantCulture);
}
