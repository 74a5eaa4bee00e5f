namespace DgccAssess.TestCommon;

public sealed partial class TestSpace
{
    /// <summary>Invites somebody as an administrator does, by the pages.</summary>
    /// <returns>The page of the new account.</returns>
    public static async Task<TestPage> InviteAsync(TestBrowser administrator, string email, string role, string name = "Dewi Lestari", string? agency = null)
    {
        var form = await administrator.GetAsync("/accounts/invite");
        return await administrator.SubmitAsync(form, "main form[method=post]", ("Input.Email", email), ("Input.DisplayName", name), ("Input.Roles", role), ("Input.Agency", agency));
    }
}
