using DgccAssess.Core.Jobs;

namespace DgccAssess.Web.Infrastructure;

public sealed partial class Links
{
    public string Jobs(JobState? state = null, int page = 1) => (state, page) switch
    {
        (null, 1) => At($"/jobs"),
        (null, _) => At($"/jobs?page={page}"),
        (_, 1) => At($"/jobs?state={state}"),
        _ => At($"/jobs?state={state}&page={page}"),
    };

    public string RetryJob() => At($"/jobs?handler=Retry");
}
