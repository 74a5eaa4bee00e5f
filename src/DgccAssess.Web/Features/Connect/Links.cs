namespace DgccAssess.Web.Infrastructure;

public sealed partial class Links
{
    public string Authorize() => At($"/connect/authorize");

    public string Clients(int page = 1) => page == 1 ? At($"/clients") : At($"/clients?page={page}");

    public string RegisterClient() => At($"/clients/new");

    public string Client(Guid id) => At($"/clients/{id}");

    public string RenewClientSecret(Guid id) => At($"/clients/{id}?handler=Renew");

    public string RevokeClient(Guid id) => At($"/clients/{id}?handler=Revoke");

    public string Programs() => At($"/security/programs");

    public string WithdrawProgram() => At($"/security/programs?handler=Withdraw");
}
