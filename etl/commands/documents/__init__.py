"""Find the quantified statements of policy documents, and measure how well that is done."""
