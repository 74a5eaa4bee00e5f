using System.Net;
using DgccAssess.Core.Data;
using DgccAssess.Core.Security;
using DgccAssess.TestCommon;
using DgccAssess.Tests.Architecture;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Routing;

namespace DgccAssess.Tests.Hostile;

/// <summary>Every text and id that a page takes, given what no database or parser likes: refused or taken, never a failure of ours.</summary>
public sealed class OddValueTests(TestApps apps)
{
    private static readonly string[] Odd =
    [
        "a\0b", "\uFFFF\uFFFE", "\u202E\u0007\u001B[31m", new string('م', 20_000), "-1", "99999999999999999999999999999", "1e400", "00000000-0000-0000-0000-000000000000", "2026-02-31", "%", "_", "' OR 1=1 --", "{0}{1}", "{{", "<b>", "../..", "CON",
    ];

    [Theory, Databases]
    public async Task Field_WithAnOddValue_IsNoFailureOfOurs(DatabaseProvider provider)
    {
        using var scene = await ForeignScene.OpenAsync(apps.On(provider));
        var endpoints = MatrixScene.EndpointsOf(scene.Space.App).Where(e => e.Metadata.GetMetadata<ISpaceKindMetadata>()?.IsFoundIn(scene.Space.Space) == true)
            .GroupBy(e => e.RoutePattern.RawText!.TrimStart('/')).ToDictionary(g => g.Key, g => g.First());
        var (tried, failures) = (0, new List<string>());

        foreach (var page in (await BoundFields.OfAsync(scene.Space.App)).Where(f => f.Handler is not ("" or "Body") && endpoints.ContainsKey(f.Endpoint)).GroupBy(f => f.Endpoint))
        {
            var address = Address(scene, endpoints[page.Key]);
            foreach (var member in await WhoMayAsync(scene, address))
            {
                foreach (var field in page)
                {
                    var handler = field.Handler.StartsWith("Post", StringComparison.Ordinal) && field.Handler.Length > 4 ? $"?handler={field.Handler[4..]}" : "";
                    foreach (var value in Odd) await TryAsync(member, address + handler, Indexed(field.Name, "[0]"), value);
                    if (field.Name.Count(c => c == '.') > 1) foreach (var index in new[] { "[99999999]", "[-1]", "[x]", "[]" }) await TryAsync(member, address + handler, Indexed(field.Name, index), "x");
                }
            }
        }

        Assert.True(tried > 500, $"{tried} were tried");
        using var unhandled = await scene.SendAsync(scene.As(Roles.Organizer), HttpMethod.Post, $"{scene.Space.Path}/rounds/{ForeignScene.Round}", new FormUrlEncodedContent([]));
        Assert.Equal((HttpStatusCode.MethodNotAllowed, "GET"), (unhandled.StatusCode, string.Join(", ", unhandled.Content.Headers.Allow)));
        Assert.True(failures.Count == 0, string.Join(Environment.NewLine, failures.Distinct()));

        async Task TryAsync(ForeignScene.Member member, string target, string name, string value)
        {
            tried++;
            var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["Input.Version"] = "1", ["version"] = "1", [name] = value });
            using var posted = await scene.SendAsync(member, HttpMethod.Post, target, form);
            using var got = await scene.SendAsync(member, HttpMethod.Get, $"{target}{(target.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{name}={Uri.EscapeDataString(value.Length > 4000 ? value[..1000] : value)}");
            foreach (var (method, answer) in new[] { ("POST", posted), ("GET", got) })
            {
                if ((int)answer.StatusCode >= 500) failures.Add($"{method} {target} {name}={value[..Math.Min(value.Length, 12)]}: {(int)answer.StatusCode}");
            }
        }
    }

    private static string Indexed(string name, string index) => name.StartsWith("Input.Answers.", StringComparison.Ordinal) || name.StartsWith("Input.Values.", StringComparison.Ordinal) || name.StartsWith("Input.Facts.", StringComparison.Ordinal)
        ? name.Insert(name.LastIndexOf('.'), index)
        : name;

    private static string Address(ForeignScene scene, RouteEndpoint endpoint) => $"{scene.Space.Path}/" + MatrixScene.Address(endpoint)
        .Replace($"accounts/{Guid.Empty}", $"accounts/{scene.Own.Colleague.Id}", StringComparison.Ordinal)
        .Replace($"roles/{Guid.Empty}", "roles/near-keeper", StringComparison.Ordinal);

    /// <summary>One of those the page opens for; an anonymous page opens for everybody.</summary>
    private static async Task<IReadOnlyList<ForeignScene.Member>> WhoMayAsync(ForeignScene scene, string address)
    {
        foreach (var member in scene.Members)
        {
            using var answer = await scene.SendAsync(member, HttpMethod.Get, address);
            if (answer.StatusCode is not (HttpStatusCode.Forbidden or HttpStatusCode.NotFound)) return [member];
        }

        return [scene.As(Roles.Administrator)];
    }
}
