using System.Globalization;
using DgccAssess.Core.Features.Accounts;
using DgccAssess.Core.Tenancy;
using DgccAssess.Web.Features.SignIn;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DgccAssess.Web.Features.Accounts;

/// <summary>Who stands in for oneself, and from when until when.</summary>
[Authorize(Policy = Policies.DelegateRights)]
[StepUp]
public sealed class DelegationModel(HandOverRights handOver, SpaceContext space, TimeProvider clock, Links links) : PageModel
{
    [BindProperty]
    public DelegationInput Input { get; set; } = new();

    public IReadOnlyList<HandOverRights.Colleague> Colleagues { get; private set; } = [];
    public IReadOnlyList<HandOverRights.Row> Rows { get; private set; } = [];
    public DateOnly Today => Core.Features.Accounts.Delegation.Today(clock.GetUtcNow().UtcDateTime, space.Space);

    public Task OnGetAsync(CancellationToken ct)
    {
        Input = new DelegationInput { Id = Guid.CreateVersion7(clock.GetUtcNow()), StartsOn = Written(Today) };
        return LoadAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var result = await handOver.HandleAsync(new HandOverRightsCommand(Input.ToId, Read(Input.StartsOn), Read(Input.EndsOn), Input.Id), ct);
        if (result.Succeeded) return LocalRedirect(links.Delegation());
        await LoadAsync(ct);
        return this.PageWithErrors(result);
    }

    public async Task<IActionResult> OnPostTakeBackAsync(Guid id, int? version, CancellationToken ct)
    {
        var result = await handOver.TakeBackAsync(new TakeBackRightsCommand(id, version), ct);
        if (result.Succeeded) return LocalRedirect(links.Delegation());
        await LoadAsync(ct);
        return this.PageWithErrors(result, prefix: "");
    }

    private async Task LoadAsync(CancellationToken ct) => (Colleagues, Rows) = (await handOver.ColleaguesAsync(ct), await handOver.ListAsync(ct));

    private static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly? Read(string? typed) => DateOnly.TryParseExact(typed?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}

public sealed record DelegationInput
{
    public Guid? ToId { get; init; }
    public string? StartsOn { get; init; }
    public string? EndsOn { get; init; }
    public Guid? Id { get; init; }
}
