using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace DgccAssess.EndToEnd.Tests.Sweep;

/// <summary>Links of an error summary lead to their fields without a script's help: browsers follow an id alone, letter by letter.</summary>
internal static partial class ErrorLinks
{
    /// <summary>Addresses of the page's filters, filled with what nobody can mean.</summary>
    private const string Filters = """
        () => [...document.querySelectorAll("main form[method='get']")].map(form => {
          const typed = new FormData(form);
          for (const field of form.querySelectorAll('input:not([type=hidden], [type=checkbox], [type=radio]), select')) typed.set(field.name, field.matches('select') ? '?' : 'x'.repeat(600));
          return new URL('?' + new URLSearchParams(typed), form.action).href;
        })
        """;

    /// <summary>Fields of forms that have not the id of their name, nor stand in a group that has the beginning of it: a link is made of the name.</summary>
    private const string Unreachable = """
        () => {
          const idOf = field => field.name.replace(/[^A-Za-z0-9_:-]/g, '_');
          const inGroup = (field, id) => { for (let e = field.parentElement; e; e = e.parentElement) if (e.id && id.startsWith(e.id)) return true; return false; };
          return [...new Set([...document.querySelectorAll("main form[method='post'] :is(input:not([type=hidden]), select, textarea)[name]")]
            .filter(field => !document.getElementById(idOf(field)) && !inGroup(field, idOf(field))).map(field => field.name))];
        }
        """;

    /// <summary>Evidence has a summary of its own, a criterion nobody knows can't be ticked, and answers are handed on in a form for each group: the one posted has the ids.</summary>
    private static readonly string[] Elsewhere = ["File", "Input.Url", "Input.Title", "Input.Criteria", "Input.Holder", .. Enumerable.Range(0, 40).Select(i => $"Input.Answers[{i}].IsChosen")];

    /// <returns>Empty when every link leads somewhere.</returns>
    public static async Task<IReadOnlyList<string>> AstrayAsync(IPage page)
    {
        var astray = new List<string>();
        foreach (var address in await page.EvaluateAsync<string[]>(Filters))
        {
            var response = await page.Context.APIRequest.GetAsync(address);
            if (response.Status != 400) continue;
            var html = await response.TextAsync();
            var links = Link().Matches(html).Select(l => l.Groups["id"].Value).ToList();
            astray.AddRange(links.Count == 0 ? [$"{address}: no field is named"] : links.Where(id => !html.Contains($"id=\"{id}\"", StringComparison.Ordinal)).Select(id => $"{new Uri(address).AbsolutePath}: #{id}"));
        }

        return astray;
    }

    public static async Task<IEnumerable<string>> UnreachableAsync(IPage page) => (await page.EvaluateAsync<string[]>(Unreachable)).Except(Elsewhere);

    [GeneratedRegex("<a href=\"#(?<id>[^\"]+)\" data-field=")]
    private static partial Regex Link();
}
