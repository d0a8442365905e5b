// vector: javascript: address
location.href = "javascript:void new Image().setAttribute('src', '$URL')";
