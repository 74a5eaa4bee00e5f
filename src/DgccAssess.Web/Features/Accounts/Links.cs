using DgccAssess.Core.Features.Accounts;
using Microsoft.AspNetCore.Http.Extensions;

namespace DgccAssess.Web.Infrastructure;

public sealed partial class Links
{
    public string Accounts() => At($"/accounts");

    public string Accounts(AccountFilter filter, int page = 1)
    {
        var query = new QueryBuilder();
        if (!string.IsNullOrEmpty(filter.Text)) query.Add("text", filter.Text);
        if (!string.IsNullOrEmpty(filter.Role)) query.Add("role", filter.Role);
        if (filter.State is { } state) query.Add("state", state.ToString());
        if (page > 1) query.Add("page", $"{page}");
        return Accounts() + query.ToQueryString();
    }

    public string InviteAccount() => At($"/accounts/invite");

    public string Account(Guid id) => At($"/accounts/{id}");

    public string ResendInvitation(Guid id) => At($"/accounts/{id}?handler=Resend");

    public string RevokeInvitation(Guid id) => At($"/accounts/{id}?handler=Revoke");

    public string AccountRights(Guid id) => At($"/accounts/{id}/rights");

    public string AccountActivation(Guid id) => At($"/accounts/{id}/activation");

    public string Roles() => At($"/roles");

    public string NewRole() => At($"/roles/new");

    public string Role(string name) => At($"/roles/{name}");

    public string DeleteRole(string name) => At($"/roles/{name}?handler=Delete");

    public string Delegation() => At($"/delegation");

    public string TakeBackRights(Guid id) => At($"/delegation?handler=TakeBack&id={id}");

    public string ForgotPassword() => At($"/sign-in/forgot");

    public string ChangePassword() => At($"/security/password");

    public string ChangeEmail() => At($"/security/email");
}
