using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Accounts;
using DgccAssess.Core.Mail;
using DgccAssess.Core.Security;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Web.Features.Accounts;

/// <summary>One person's account: who, for whom, with which roles, and how far the invitation got.</summary>
[Authorize(Policy = Policies.ReadAccounts)]
[Writes(Policies.ManageAccounts)]
public sealed class AccountModel(SpaceDbContext db, ReadAccount read, ManageInvitation invitations, ActorContext actor, Links links) : PageModel
{
    public AccountView Person { get; private set; } = null!;
    public OutgoingMail? Mail { get; private set; }
    public bool MayChange => actor.Current.Can(Permissions.AccountsAdminister);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await LoadAsync(id, ct) ? Page() : NotFound();

    public Task<IActionResult> OnPostResendAsync(Guid id, int? version, CancellationToken ct) => AnswerAsync(id, invitations.ResendAsync(new(id, version), ct), ct);

    public Task<IActionResult> OnPostRevokeAsync(Guid id, int? version, CancellationToken ct) => AnswerAsync(id, invitations.RevokeAsync(new(id, version), ct), ct);

    private async Task<IActionResult> AnswerAsync(Guid id, Task<Result> work, CancellationToken ct)
    {
        var result = await work;
        if (result.Succeeded) return LocalRedirect(links.Account(id));
        return await LoadAsync(id, ct) ? this.PageWithErrors(result, prefix: "") : NotFound();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        if (await read.HandleAsync(id, ct) is not { } person) return false;
        Person = person;
        if (person.Invitation is { } invitation) Mail = await db.OutgoingMails.AsNoTracking().FirstOrDefaultAsync(m => m.Id == invitation.MailId, ct);
        return true;
    }
}
