using System.Diagnostics;
using System.Globalization;
using DgccAssess.Scoring.Disclosure;
using DgccAssess.TestCommon.Disclosure;

namespace DgccAssess.Benchmarks.Disclosure;

/// <summary>Time to decide what of a country may be published, and how an attack on a thousand random cases ends.</summary>
public static class DisclosureBenchmark
{
    private const int Runs = 7;
    private const int Cases = 1000;

    public static void Run(TextWriter output)
    {
        foreach (var agencies in new[] { 150, 628, 2000 })
            foreach (var showZeros in new[] { false, true }) Country(output, agencies, new DisclosureRule { ShowZeros = showZeros });
        Attack(output);
    }

    private static void Country(TextWriter output, int agencies, DisclosureRule rule)
    {
        var tables = SampleCountry.Tables(agencies);
        var protection = DisclosureControl.Protect(tables, rule);
        var milliseconds = new double[Runs];
        for (var run = 0; run < Runs; run++)
        {
            var start = Stopwatch.GetTimestamp();
            DisclosureControl.Protect(tables, rule);
            milliseconds[run] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        Array.Sort(milliseconds);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{agencies} agencies, {SampleCountry.Groups} groups x {SampleCountry.Regions} regions x {SampleCountry.Nodes} nodes x {SampleCountry.Predicates} predicates, zeros {(rule.ShowZeros ? "shown" : "hidden")}: {milliseconds[Runs / 2]:F0} ms (slowest {milliseconds[^1]:F0} ms); hidden because small {protection.Small}, for their sake {protection.Secondary}, not protected {protection.Exposed.Count}"));
    }

    private static void Attack(TextWriter output)
    {
        var found = Enumerable.Range(0, Cases).Select(seed => DisclosureAttack.On(DisclosureCase.Of(seed), (tables, rule) => DisclosureControl.Protect(tables, rule).Tables)).ToList();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"attack by linear bounds on {Cases:N0} cases: {found.Sum(f => f.Tried):N0} cells tried, {found.Sum(f => f.Recovered)} recovered"));
    }
}
