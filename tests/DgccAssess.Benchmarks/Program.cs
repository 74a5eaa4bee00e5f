using System.Globalization;
using DgccAssess.Benchmarks.Autosave;
using DgccAssess.Benchmarks.Awards;
using DgccAssess.Benchmarks.Countries;
using DgccAssess.Benchmarks.Disclosure;
using DgccAssess.Benchmarks.Egdi;
using DgccAssess.Benchmarks.National;
using DgccAssess.Benchmarks.Press;
using DgccAssess.Benchmarks.Provision;
using DgccAssess.Benchmarks.Scoring;
using DgccAssess.Benchmarks.SignIn;
using DgccAssess.Benchmarks.Start;
using DgccAssess.Benchmarks.Tenants;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

var web = args is [_, "--web", var binary] ? binary : null;
var figures = new Dictionary<string, Func<Task>>(StringComparer.Ordinal)
{
    ["scoring"] = () => Task.Run(() => ScoringBenchmark.Run(Console.Out)),
    ["awards"] = () => Task.Run(() => AwardBenchmark.Run(Console.Out)),
    ["disclosure"] = () => Task.Run(() => DisclosureBenchmark.Run(Console.Out)),
    ["egdi"] = () => EgdiBenchmark.RunAsync(Console.Out, web),
    ["national"] = () => NationalBenchmark.RunAsync(Console.Out, web),
    ["press"] = async () =>
    {
        await PaperBenchmark.RunAsync(Console.Out);
        await PressBenchmark.RunAsync(Console.Out);
    },
    ["comparison"] = () => ComparisonBenchmark.RunAsync(Console.Out, web),
    ["sharing"] = () => SharingBenchmark.RunAsync(Console.Out, web),
    ["autosave"] = () => AutosaveBenchmark.RunAsync(Console.Out, web),
    ["start"] = () => StartBenchmark.RunAsync(Console.Out, web),
    ["provision"] = () => ProvisionBenchmark.RunAsync(Console.Out),
    ["idle"] = () => IdleBenchmark.RunAsync(Console.Out, web),
    ["nation"] = () => NationBenchmark.RunAsync(Console.Out),
    ["papers"] = () => PapersBenchmark.RunAsync(Console.Out, web),
    ["sign-in"] = () => SignInBenchmark.RunAsync(Console.Out, web),
};

if (args is [FloorServer.Command])
{
    await FloorServer.RunAsync();
    return 0;
}

var asked = args is ["all", ..] ? figures.Keys.ToArray() : args.Take(1).ToArray();
if (asked is [] || !asked.All(figures.ContainsKey))
{
    await Console.Error.WriteLineAsync($"Usage: {string.Join('|', figures.Keys)}|all [--web FILE]   FILE: another binary of the web server than the build's, for example a published one");
    return 2;
}

Console.WriteLine(Machine.Describe());
foreach (var name in asked)
{
    Console.WriteLine($"== {name}");
    await figures[name]();
}

return 0;
